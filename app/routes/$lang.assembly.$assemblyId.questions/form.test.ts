import { expect, test } from "vitest";
import { taken } from "~/server/testing/posted";
import { questionsForm } from "./form";

const ID = "a".repeat(22);

test("an answer to a question knows whether there was one before", () => {
  const answer = { intent: "answer", questionId: ID, answer: "Oui" };
  expect(taken(questionsForm, { ...answer, seenAtMs: "" })).toMatchObject({ seenAtMs: null });
  expect(taken(questionsForm, { ...answer, seenAtMs: "1700" })).toMatchObject({ seenAtMs: 1700 });
});
