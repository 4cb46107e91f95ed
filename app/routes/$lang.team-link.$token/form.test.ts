import { expect, test } from "vitest";
import { refused, taken } from "~/server/testing/posted";
import { acceptForm } from "./form";
import { SOMEONE_ELSE } from "./someone-else";

test.each([
  [{ personId: "x" }, ["personId: choose-who"]],
  [{ email: "lea" }, ["email: email-invalid"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(acceptForm, fields)).toEqual(wanted);
});

test("an empty address is as good as none: the desk is another way in", () => {
  expect(taken(acceptForm, { personId: SOMEONE_ELSE, name: " Inès ", email: "" })).toMatchObject({ name: "Inès" });
});
