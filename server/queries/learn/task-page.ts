import { membershipIn, rolesIn } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId, TaskId } from "~/app/domain/kernel/ids";
import type { Locale, Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { mayReadAnswer, type Sharing } from "~/app/domain/learning/task";
import { findTask, latestTableOf, listAnswers } from "~/db/repositories/learning-task";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { isShown } from "../../kernel/learn/is-shown";
import { answerMark } from "../../kernel/learn/learn-marks";

export interface SharedAnswer {
  readonly name: string;
  readonly text: string;
  readonly language: Locale;
  readonly answeredAtMs: number;
}

export interface TaskPage {
  readonly id: TaskId;
  readonly title: Localised;
  readonly prompt: Localised;
  readonly sharing: Sharing;
  readonly minutes: number;
  /** Whether the person who looks may answer now: a member, while the assembly works. */
  readonly mayAnswer: boolean;
  readonly own: Omit<SharedAnswer, "name"> | null;
  /** Goes back with what is saved over the own answer. */
  readonly mark: string;
  /** Shared answers of others that this person may read. */
  readonly others: readonly SharedAnswer[];
  /** How many people sat at the person's table in the latest round, without them; 0 before the first round. */
  readonly tablemates: number;
}

/** One task with the person's own answer and those they may read. Refuses `task-unknown`, also for what members do not see yet. */
export async function taskPage(
  { app, actor }: Caller,
  { assemblyId, taskId }: { readonly assemblyId: AssemblyId; readonly taskId: TaskId },
): Promise<Result<TaskPage>> {
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "task.read-answers", assemblyId });
  if (!authorised.ok) return authorised;
  const task = await findTask(db, { assemblyId, taskId });
  const held = rolesIn(actor, assemblyId);
  const own = membershipIn(actor, assemblyId) ?? held[0];
  if (!task || !own) return refuse("task-unknown");
  const mayEdit = permits(actor, "material.edit", authorised.value.scope).ok;
  if (!mayEdit && !(await isShown(db, assemblyId, task.phaseId))) return refuse("task-unknown");
  const { participationId } = own;
  const table = await latestTableOf(db, { assemblyId, participationId });
  const reader = { participationId, roles: held.map(({ role }) => role), table };
  const readable = (await listAnswers(db, taskId)).filter((row) =>
    mayReadAnswer(reader, task.sharing, row.participationId),
  );
  const ownAnswer = readable.find((row) => row.participationId === participationId);
  const { id, title, prompt, sharing, minutes } = task;
  return accept({
    id,
    title,
    prompt,
    sharing,
    minutes,
    mayAnswer: permits(actor, "task.answer", authorised.value.scope).ok,
    own: ownAnswer ? shownAnswer(ownAnswer) : null,
    mark: answerMark(ownAnswer),
    others: readable.filter((row) => row !== ownAnswer).map((row) => ({ name: row.name, ...shownAnswer(row) })),
    tablemates: table.filter((mate) => mate !== participationId).length,
  });
}

function shownAnswer({ text, language, answeredAt }: { text: string; language: Locale; answeredAt: Date }) {
  return { text, language, answeredAtMs: answeredAt.getTime() };
}
