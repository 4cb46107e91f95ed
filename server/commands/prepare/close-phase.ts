import { closePhase as decide } from "~/app/domain/assembly/advance-phase";
import type { AssemblyId, CommandId, PhaseId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { changePhases, type PhasesChanged } from "./change-phases";

/** Closes one of several open phases. Refuses as the domain does, and `changed-meanwhile`. */
export function closePhase(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, seen, phaseId }: { readonly assemblyId: AssemblyId; readonly seen: number; readonly phaseId: PhaseId },
): Promise<Result<PhasesChanged>> {
  return changePhases(caller, { commandId, order: { action: "phase.close", assemblyId, seen } }, (loaded) => {
    const decided = decide(loaded, phaseId);
    return decided.ok ? accept({ to: decided.value, reason: null, undoes: null }) : decided;
  });
}
