import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { StepKey } from "~/app/domain/learning/step-order";
import type { MainTx } from "~/db/connect";
import { changeTask, findTask } from "~/db/repositories/learning-task";
import { changeMaterial, findMaterial } from "~/db/repositories/material";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { materialMark, taskMark } from "../../kernel/learn/learn-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";

export interface RemoveStep extends FilledFrom {
  readonly assemblyId: AssemblyId;
  readonly step: StepKey;
}

/**
 * Takes a material or a task off the learning pages; what members did with it is kept. Refuses `material-unknown`,
 * `task-unknown`, and `changed-meanwhile`: nobody removes what they have not seen.
 */
export async function removeStep(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, step, seen }: RemoveStep,
): Promise<Result<StepKey>> {
  return carryOut(caller, { commandId, action: "step.remove" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "material.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const removed = await remove(tx, { assemblyId, step, seen }, caller.app.clock.now());
    if (!removed.ok) return removed;
    const journal = [{ action: `${step.kind}.remove`, assemblyId, subject: { kind: step.kind, id: step.id } }];
    return accept({ value: step, journal });
  });
}

async function remove(tx: MainTx, { assemblyId, step, seen }: RemoveStep, removedAt: Date): Promise<Result<undefined>> {
  if (step.kind === "material") {
    const materialId = step.id;
    const row = await findMaterial(tx, { assemblyId, materialId });
    if (!row) return refuse("material-unknown");
    const same = checkSeen(materialMark(row), seen);
    if (!same.ok) return same;
    await changeMaterial(tx, materialId, { removedAt });
  } else {
    const taskId = step.id;
    const row = await findTask(tx, { assemblyId, taskId });
    if (!row) return refuse("task-unknown");
    const same = checkSeen(taskMark(row), seen);
    if (!same.ok) return same;
    await changeTask(tx, taskId, { removedAt });
  }
  return accept(undefined);
}
