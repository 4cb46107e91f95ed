import { expect, test } from "vitest";
import { refused, taken } from "~/server/testing/posted";
import { phaseForm } from "./form";

const ID = "a".repeat(22);
const OTHER = "b".repeat(22);

test.each([[{ intent: "advance", seen: "x", to: ID }, ["seen: form-invalid"]]] as const)(
  "refuses what is wrong once, beside its field (%#)",
  (fields, wanted) => {
    expect(refused(phaseForm, fields)).toEqual(wanted);
  },
);

test("one phase kept open is a list of one", () => {
  expect(taken(phaseForm, { intent: "advance", seen: "3", to: ID, keep: OTHER })).toMatchObject({ keep: [OTHER] });
});
