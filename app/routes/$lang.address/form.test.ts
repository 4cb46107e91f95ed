import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { addressForm } from "./form";

test.each([
  [{ intent: "ask", email: "" }, ["email: field-required"]],
  [{ intent: "ask", email: "lea" }, ["email: email-invalid"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(addressForm, fields)).toEqual(wanted);
});
