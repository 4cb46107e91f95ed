import { expect, test } from "vitest";
import { refuse } from "~/app/domain/kernel/result";
import { statusOf } from "./reply";

test.each(["assembly", "recommendation", "vote", "session", "material", "task", "question", "idea"] as const)(
  "an unknown %s is not found",
  (thing) => {
    expect(statusOf(refuse(`${thing}-unknown`).refusal)).toBe(404);
  },
);

test("an unknown choice beside a field is one more thing to correct in the form", () => {
  expect(statusOf(refuse("phase-unknown", {}, "phaseId").refusal)).toBe(422);
  expect(statusOf(refuse("role-not-permitted").refusal)).toBe(403);
  expect(statusOf(refuse("choice-missing").refusal)).toBe(422);
});
