import type { ParticipationId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";
import { QUESTION_ANSWER_MAX, QUESTION_MAX, QUESTION_MIN } from "./limits";

/** Decides whether a text may be a question. Refuses `text-too-short` and `text-too-long` (characters). */
export function checkQuestion(text: string): Result<string, "text-too-short" | "text-too-long"> {
  const asked = text.replaceAll(/\s+/g, " ").trim();
  if (asked.length < QUESTION_MIN) return refuse("text-too-short", { min: QUESTION_MIN }, "text");
  if (asked.length > QUESTION_MAX) return refuse("text-too-long", { max: QUESTION_MAX }, "text");
  return accept(asked);
}

/** Decides whether a text may answer a question. Refuses `answer-missing` and `text-too-long` (characters). */
export function checkQuestionAnswer(text: string): Result<string, "answer-missing" | "text-too-long"> {
  const said = text.replaceAll(/\r\n?/g, "\n").trim();
  if (said === "") return refuse("answer-missing", {}, "answer");
  if (said.length > QUESTION_ANSWER_MAX) return refuse("text-too-long", { max: QUESTION_ANSWER_MAX }, "answer");
  return accept(said);
}

/** Refuses `own-question`: who asks is counted already, so that a question's support is of others. */
export function supportQuestion(
  question: { readonly askedBy: ParticipationId },
  member: ParticipationId,
): Result<undefined, "own-question"> {
  return question.askedBy === member ? refuse("own-question") : accept(undefined);
}

interface Ranked {
  readonly id: string;
  readonly support: number;
  readonly askedAtMs: number;
}

/** The most supported first; among equals the one asked first. */
export function bySupport<Question extends Ranked>(questions: readonly Question[]): Question[] {
  return [...questions].sort(
    (a, b) => b.support - a.support || a.askedAtMs - b.askedAtMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
