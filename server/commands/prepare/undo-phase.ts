import { undoPhaseChange } from "~/app/domain/assembly/advance-phase";
import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { changePhases, type PhasesChanged } from "./change-phases";

/** Takes the last change of phase back, with a reason that the journal keeps. Refuses as the domain does, and `changed-meanwhile`. */
export function undoPhase(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, seen, reason }: { readonly assemblyId: AssemblyId; readonly seen: number; readonly reason: string },
): Promise<Result<PhasesChanged>> {
  return changePhases(caller, { commandId, order: { action: "phase.undo", assemblyId, seen } }, ({ changes }) => {
    const decided = undoPhaseChange(changes, reason);
    return decided.ok ? accept({ ...decided.value, reason: reason.trim() }) : decided;
  });
}
