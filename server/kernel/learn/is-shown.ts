import type { AssemblyId, PhaseId } from "~/app/domain/kernel/ids";
import { shownPhases } from "~/app/domain/learning/shown-phases";
import type { Main } from "~/db/connect";
import { listPhases, openPhaseIds } from "~/db/repositories/phase";

/** Whether members see what belongs to this phase: it is open, or comes before one that is. */
export async function isShown(db: Main, assemblyId: AssemblyId, phaseId: PhaseId): Promise<boolean> {
  const shown = shownPhases(await listPhases(db, assemblyId), await openPhaseIds(db, assemblyId));
  return shown.some(({ id }) => id === phaseId);
}
