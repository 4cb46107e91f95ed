import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { whoForm } from "./form";

test.each([
  [{}, ["personId: choose-who"]],
  [{ personId: "x" }, ["personId: choose-who"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(whoForm, fields)).toEqual(wanted);
});
