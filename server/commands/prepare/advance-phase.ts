import { advancePhase as decide } from "~/app/domain/assembly/advance-phase";
import type { AssemblyId, CommandId, PhaseId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { changePhases, type PhasesChanged } from "./change-phases";

export interface AdvanceOrder {
  readonly assemblyId: AssemblyId;
  /** The number of changes of phase the person saw. */
  readonly seen: number;
  readonly to: PhaseId;
  readonly keep: readonly PhaseId[];
}

/** Opens the next phase; what is not kept is closed. Refuses as the domain does, and `changed-meanwhile`. */
export function advancePhase(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, seen, to, keep }: AdvanceOrder,
): Promise<Result<PhasesChanged>> {
  return changePhases(caller, { commandId, order: { action: "phase.advance", assemblyId, seen } }, (loaded) => {
    const decided = decide(loaded, { to, keep });
    return decided.ok ? accept({ to: decided.value, reason: null, undoes: null }) : decided;
  });
}
