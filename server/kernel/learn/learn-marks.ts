import type { TaskAnswerRow, TaskRow } from "~/db/repositories/learning-task";
import type { MaterialRow } from "~/db/repositories/material";
import { markOf } from "../seen";

/** What is edited of a material; its place among the others is moved, not edited. */
export function materialMark(row: MaterialRow): string {
  const { phaseId, kind, title, body, url, minutes, public: isPublic } = row;
  return markOf({ phaseId, kind, title, body, url, minutes, public: isPublic });
}

/** What is edited of a task. */
export function taskMark({ phaseId, title, prompt, sharing, minutes }: TaskRow): string {
  return markOf({ phaseId, title, prompt, sharing, minutes });
}

/** A member's own answer, which they may change on another device. */
export function answerMark(answer: Pick<TaskAnswerRow, "text"> | undefined): string {
  return markOf(answer?.text ?? null);
}
