import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { askForm } from "./form";

test.each([
  [{ email: " " }, ["email: field-required"]],
  [{ email: "lea@" }, ["email: email-invalid"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(askForm, fields)).toEqual(wanted);
});
