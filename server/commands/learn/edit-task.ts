import { type AssemblyId, type CommandId, newId, type PhaseId, type TaskId } from "~/app/domain/kernel/ids";
import { accept, accepted, type Result, refuse } from "~/app/domain/kernel/result";
import { checkTask, type TaskDraft } from "~/app/domain/learning/task";
import { changeTask, findTask, hasAnswers, insertTask } from "~/db/repositories/learning-task";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { taskMark } from "../../kernel/learn/learn-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";
import { placeStep } from "./place-step";

export interface SaveTask extends FilledFrom {
  readonly assemblyId: AssemblyId;
  /** Null for a new one. */
  readonly taskId: TaskId | null;
  readonly phaseId: PhaseId;
  readonly draft: TaskDraft;
}

/**
 * Adds a task at the end of a phase, or changes one. Refuses what `checkTask` refuses, `phase-unknown`, `task-unknown`, `changed-meanwhile`, and
 * `sharing-fixed`: answers given in private stay private.
 */
export async function editTask(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, taskId, phaseId, draft, seen }: SaveTask,
): Promise<Result<{ taskId: TaskId }>> {
  const { clock, random } = caller.app;
  return carryOut(caller, { commandId, action: "task.edit" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "material.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const checked = checkTask(draft);
    if (!checked.ok) return checked;
    const before = taskId === null ? undefined : await findTask(tx, { assemblyId, taskId });
    if (taskId !== null && !before) return refuse("task-unknown");
    const widened = before?.sharing === "private" && draft.sharing === "group";
    if (before && widened && (await hasAnswers(tx, before.id))) return refuse("sharing-fixed", {}, "sharing");
    const same = before ? checkSeen(taskMark(before), seen) : accepted;
    if (!same.ok) return same;
    const placed = await placeStep(tx, { assemblyId, phaseId, before });
    if (!placed.ok) return placed;
    const change = { ...checked.value, phaseId, position: placed.value };
    const id = before?.id ?? newId<"learning-task">(random);
    if (before) await changeTask(tx, id, change);
    else await insertTask(tx, { id, assemblyId, ...change, removedAt: null, createdAt: clock.now() });
    const action = before ? "task.change" : "task.add";
    const journal = [{ action, assemblyId, subject: { kind: "task", id }, data: { sharing: draft.sharing } }];
    return accept({ value: { taskId: id }, journal });
  });
}
