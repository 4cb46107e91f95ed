import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { cardForm } from "./form";

test.each([
  [{ code: "" }, ["code: field-required"]],
  [{ code: "K".repeat(61) }, ["code: card-code-wrong"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(cardForm, fields)).toEqual(wanted);
});
