import type { AssemblyId, PhaseId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { inOrder, type StepKey } from "~/app/domain/learning/step-order";
import type { Main } from "~/db/connect";
import { listTasks } from "~/db/repositories/learning-task";
import { listMaterials } from "~/db/repositories/material";
import { listPhases } from "~/db/repositories/phase";

export type PlacedStep = StepKey & { readonly position: number };

/** The steps of one phase in order, materials and tasks together. */
export async function stepsOfPhase(db: Main, assemblyId: AssemblyId, phaseId: PhaseId): Promise<PlacedStep[]> {
  const materials = await listMaterials(db, assemblyId);
  const tasks = await listTasks(db, assemblyId);
  return inOrder([
    ...materials
      .filter((row) => row.phaseId === phaseId)
      .map(({ id, position }) => ({ kind: "material" as const, id, position })),
    ...tasks
      .filter((row) => row.phaseId === phaseId)
      .map(({ id, position }) => ({ kind: "task" as const, id, position })),
  ]);
}

/** The position a saved step gets: the one it has, or the last of its phase when it is new there. Refuses `phase-unknown`. */
export async function placeStep(
  db: Main,
  {
    assemblyId,
    phaseId,
    before,
  }: {
    readonly assemblyId: AssemblyId;
    readonly phaseId: PhaseId;
    readonly before: { readonly phaseId: PhaseId; readonly position: number } | undefined;
  },
): Promise<Result<number>> {
  if (before?.phaseId === phaseId) return accept(before.position);
  const phases = await listPhases(db, assemblyId);
  if (!phases.some(({ id }) => id === phaseId)) return refuse("phase-unknown", {}, "phaseId");
  const last = (await stepsOfPhase(db, assemblyId, phaseId)).at(-1);
  return accept(last ? last.position + 1 : 0);
}
