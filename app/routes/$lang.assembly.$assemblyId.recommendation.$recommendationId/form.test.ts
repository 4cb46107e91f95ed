import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { recommendationForm } from "./form";

test.each([
  [{ intent: "unlock", reason: " " }, ["reason: reason-missing"]],
  [{ intent: "link-idea", ideaId: "" }, ["ideaId: choice-invalid"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(recommendationForm, fields)).toEqual(wanted);
});
