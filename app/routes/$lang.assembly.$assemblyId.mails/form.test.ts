import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { mailsForm } from "./form";

const ID = "a".repeat(22);

test.each([
  [{ intent: "resend-team", form: ID, email: "" }, ["email: field-required"]],
  [{ intent: "send-all" }, ["intent: form-invalid"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(mailsForm, fields)).toEqual(wanted);
});
