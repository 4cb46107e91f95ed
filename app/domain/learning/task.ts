import { isGivenTo } from "../assembly/rights";
import type { Role } from "../assembly/role";
import type { ParticipationId } from "../kernel/ids";
import type { Localised } from "../kernel/locale";
import { locales } from "../kernel/locale";
import { accept, type Result, refuse } from "../kernel/result";
import { MATERIAL_TITLE_MAX, STEP_MINUTES_MAX, TASK_ANSWER_MAX, TASK_PROMPT_MAX } from "./limits";
import { fitsMinutes, type StepRefusal, tooLong, withoutEmpty } from "./material";

/** Who reads an answer: only its author, or also the author's table, the facilitators and the organisers. */
export const sharings = ["private", "group"] as const;
export type Sharing = (typeof sharings)[number];

export interface TaskDraft {
  readonly title: Localised;
  readonly prompt: Localised;
  readonly sharing: Sharing;
  readonly minutes: number;
}

/**
 * Decides whether a task may be kept. Refuses `step-title-missing`, `prompt-missing` (in the first language that has a title),
 * `text-too-long`, `step-minutes-wrong` (1 to 600, whole).
 */
export function checkTask(draft: TaskDraft): Result<TaskDraft, "step-title-missing" | "prompt-missing" | StepRefusal> {
  const title = withoutEmpty(draft.title);
  const prompt = withoutEmpty(draft.prompt);
  const [first] = locales.filter((locale) => title[locale] !== undefined);
  if (first === undefined) return refuse("step-title-missing", {}, `title.${locales[0]}`);
  if (prompt[first] === undefined) return refuse("prompt-missing", {}, `prompt.${first}`);
  const long = tooLong(title, "title", MATERIAL_TITLE_MAX) ?? tooLong(prompt, "prompt", TASK_PROMPT_MAX);
  if (long) return long;
  if (!fitsMinutes(draft.minutes)) return refuse("step-minutes-wrong", { max: STEP_MINUTES_MAX }, "minutes");
  return accept({ ...draft, title, prompt });
}

/** Decides whether a text may be an answer. Refuses `answer-missing` and `text-too-long` (characters). */
export function checkAnswer(text: string): Result<string, "answer-missing" | "text-too-long"> {
  const said = text.replaceAll(/\r\n?/g, "\n").trim();
  if (said === "") return refuse("answer-missing", {}, "text");
  if (said.length > TASK_ANSWER_MAX) return refuse("text-too-long", { max: TASK_ANSWER_MAX }, "text");
  return accept(said);
}

/** Somebody who would read an answer: their participation, their role, and who sat with them in the latest round. */
export interface AnswerReader {
  readonly participationId: ParticipationId;
  readonly roles: readonly Role[];
  readonly table: readonly ParticipationId[];
}

/**
 * Whether the reader sees the author's answer. A private answer is its author's alone; a shared one is read by the author's table in
 * the latest round, the facilitators and the organisers.
 */
export function mayReadAnswer(reader: AnswerReader, sharing: Sharing, author: ParticipationId): boolean {
  if (reader.participationId === author) return true;
  if (sharing === "private") return false;
  return reader.roles.some((role) => isGivenTo("group.lead", role)) || reader.table.includes(author);
}
