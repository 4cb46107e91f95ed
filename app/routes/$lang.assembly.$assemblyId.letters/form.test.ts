import { expect, test } from "vitest";
import { refused, taken } from "~/server/testing/posted";
import { lettersForm } from "./form";

const ID = "a".repeat(22);
const OTHER = "b".repeat(22);

test.each([[{ deadline: "" }, ["deadline: field-required"]]] as const)(
  "refuses what is wrong once, beside its field (%#)",
  (fields, wanted) => {
    expect(refused(lettersForm, fields)).toEqual(wanted);
  },
);

test("letters ticked are a list", () => {
  expect(taken(lettersForm, { deadline: "d", letter: [ID, OTHER] })).toMatchObject({ letter: [ID, OTHER] });
});
