import type { AssemblyId, CommandId, PhaseId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type Direction, moveStep as decide, type StepKey } from "~/app/domain/learning/step-order";
import type { MainTx } from "~/db/connect";
import { changeTask, findTask } from "~/db/repositories/learning-task";
import { changeMaterial, findMaterial } from "~/db/repositories/material";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { stepsOfPhase } from "./place-step";

export interface MoveStep {
  readonly assemblyId: AssemblyId;
  readonly step: StepKey;
  readonly direction: Direction;
}

/** Moves a material or a task one place within its phase; at an end it stays. Refuses `material-unknown`, `task-unknown`. */
export async function moveStep(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, step, direction }: MoveStep,
): Promise<Result<StepKey>> {
  return carryOut(caller, { commandId, action: "step.move" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "material.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const phaseId = await phaseOf(tx, assemblyId, step);
    if (phaseId === undefined) return refuse(step.kind === "material" ? "material-unknown" : "task-unknown");
    const moved = decide(await stepsOfPhase(tx, assemblyId, phaseId), step, direction);
    for (const [position, { kind, id }] of moved.entries()) {
      if (kind === "material") await changeMaterial(tx, id, { position });
      else await changeTask(tx, id, { position });
    }
    const subject = { kind: step.kind, id: step.id };
    return accept({
      value: step,
      journal: [{ action: `${step.kind}.move`, assemblyId, subject, data: { direction } }],
    });
  });
}

async function phaseOf(tx: MainTx, assemblyId: AssemblyId, { kind, id }: StepKey): Promise<PhaseId | undefined> {
  const row =
    kind === "material"
      ? await findMaterial(tx, { assemblyId, materialId: id })
      : await findTask(tx, { assemblyId, taskId: id });
  return row?.phaseId;
}
