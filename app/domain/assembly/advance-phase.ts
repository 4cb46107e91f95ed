import type { Id, PhaseId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";
import { type Itinerary, mayOverlap, type PlannedPhase } from "./itinerary";

/** Which phases of an itinerary are open now. */
export interface PhasesNow {
  readonly itinerary: Itinerary;
  readonly open: readonly PhaseId[];
}

/** A person opens the next phase and says which of the open ones stay open beside it. */
export interface Advance {
  readonly to: PhaseId;
  readonly keep: readonly PhaseId[];
}

export type AdvanceRefusal = "phase-unknown" | "phase-not-next" | "phase-not-open-now" | "phase-cannot-stay-open";

/** The phase that may be opened next: the one after the furthest open one; undefined after the last. */
export function nextPhase({ itinerary, open }: PhasesNow): PlannedPhase | undefined {
  return itinerary[itinerary.findLastIndex(({ id }) => open.includes(id)) + 1];
}

/** The phases open now, in the order of the itinerary. */
export function openPhasesOf({ itinerary, open }: PhasesNow): readonly PlannedPhase[] {
  return itinerary.filter(({ id }) => open.includes(id));
}

/**
 * Opens the next phase; those open that are not kept are closed. Answers the phases open afterwards, in the order of the itinerary.
 * Refuses a phase that is not in the itinerary or not the next one, and keeping one that is not open or may not be open beside it.
 */
export function advancePhase(now: PhasesNow, { to, keep }: Advance): Result<readonly PhaseId[], AdvanceRefusal> {
  const opened = now.itinerary.find(({ id }) => id === to);
  if (!opened) return refuse("phase-unknown");
  if (nextPhase(now)?.id !== to) return refuse("phase-not-next", { phase: opened.kind });
  if (keep.some((id) => !now.open.includes(id))) return refuse("phase-not-open-now");
  const kept = now.itinerary.filter(({ id }) => keep.includes(id));
  const clash = kept.find((phase) => !mayOverlap(phase, opened));
  if (clash) return refuse("phase-cannot-stay-open", { phase: opened.kind, before: clash.kind });
  return accept([...kept.map(({ id }) => id), to]);
}

/**
 * Closes one of several open phases without opening another. Refuses one that is not open (`phase-not-open-now`), the only one
 * (`phase-only-open`) and the furthest (`phase-furthest-open`: going back is undoing, with a reason).
 */
export function closePhase(
  now: PhasesNow,
  closed: PhaseId,
): Result<readonly PhaseId[], "phase-not-open-now" | "phase-only-open" | "phase-furthest-open"> {
  const open = openPhasesOf(now);
  const phase = open.find(({ id }) => id === closed);
  if (!phase) return refuse("phase-not-open-now");
  if (open.length === 1) return refuse("phase-only-open", { phase: phase.kind });
  if (open.at(-1)?.id === closed) return refuse("phase-furthest-open", { phase: phase.kind });
  return accept(open.filter(({ id }) => id !== closed).map(({ id }) => id));
}

type PhaseChangeId = Id<"phase-change">;

/** A change that was made, as the append-only record keeps it. */
export interface PhaseChange {
  readonly id: PhaseChangeId;
  readonly from: readonly PhaseId[];
  readonly to: readonly PhaseId[];
  readonly undoes: PhaseChangeId | null;
}

/** The change that an undo would take back: the last one not yet undone; the first opening of an assembly stays. */
export function changeToUndo(changes: readonly PhaseChange[]): PhaseChange | undefined {
  const standing: PhaseChange[] = [];
  for (const change of changes) {
    if (change.undoes === null) standing.push(change);
    else standing.pop();
  }
  return standing.length > 1 ? standing.at(-1) : undefined;
}

/**
 * Takes the last standing change back: an undo is a change of its own, nothing is erased. Refuses with `nothing-to-undo`, and without
 * a reason in words (`reason-needed`, beside the field `reason`).
 */
export function undoPhaseChange(
  changes: readonly PhaseChange[],
  reason: string,
): Result<{ readonly to: readonly PhaseId[]; readonly undoes: PhaseChangeId }, "nothing-to-undo" | "reason-needed"> {
  const undone = changeToUndo(changes);
  if (!undone) return refuse("nothing-to-undo");
  if (reason.trim() === "") return refuse("reason-needed", {}, "reason");
  return accept({ to: undone.from, undoes: undone.id });
}
