import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { responseForm } from "./form";

const ID = "a".repeat(22);
const SEEN = "0".repeat(64);

const response = { intent: "record", seen: SEEN, form: ID, state: "accepted", answeredOn: "2026-05-01" };

test.each([
  [{ ...response, state: "maybe" }, ["state: choice-invalid"]],
  [{ ...response, answeredOn: "" }, ["answeredOn: field-required"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(responseForm, fields)).toEqual(wanted);
});
