import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { setUpForm } from "./form";

test.each([
  [{ organisationName: "Ville", name: "", email: "", locale: "fr" }, ["name: field-required", "email: field-required"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(setUpForm, fields)).toEqual(wanted);
});
