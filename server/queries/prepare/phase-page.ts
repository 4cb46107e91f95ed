import { changeToUndo, nextPhase } from "~/app/domain/assembly/advance-phase";
import { mayOverlap } from "~/app/domain/assembly/itinerary";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { AssemblyId, PhaseId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { findPerson } from "~/db/repositories/person";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { loadItinerary } from "../../kernel/prepare/load-itinerary";
import { type CalendarPhase, calendarPhases } from "./calendar";

export interface PhaseChangeSeen {
  readonly id: string;
  readonly from: readonly PhaseKind[];
  readonly to: readonly PhaseKind[];
  readonly byName: string;
  readonly atMs: number;
  readonly reason: string | null;
  readonly isUndo: boolean;
}

export interface PhasePage {
  /** The number of changes there were: what the forms send back. */
  readonly ordinal: number;
  readonly phases: readonly CalendarPhase[];
  /** The phase that may be opened next, with the open ones that may stay open beside it. */
  readonly next: { readonly id: PhaseId; readonly kind: PhaseKind; readonly mayStay: readonly PhaseId[] } | null;
  /** What an undo would open again. */
  readonly undo: { readonly from: readonly PhaseKind[]; readonly to: readonly PhaseKind[] } | null;
  /** The newest first. */
  readonly history: readonly PhaseChangeSeen[];
}

/** Where the assembly stands, what may be opened next, what may be undone, and every change so far. */
export async function phasePage(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<PhasePage>> {
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "phase.advance", assemblyId });
  if (!authorised.ok) return authorised;
  const loaded = await loadItinerary(db, authorised.value.assembly);
  const kindsOf = (ids: readonly PhaseId[]) =>
    loaded.itinerary.filter(({ id }) => ids.includes(id)).map(({ kind }) => kind);
  const next = nextPhase(loaded);
  const undone = changeToUndo(loaded.changes);
  const names = new Map<string, string>();
  for (const { by } of loaded.changes) {
    if (!names.has(by)) names.set(by, (await findPerson(db, by))?.name ?? "");
  }
  return accept({
    ordinal: loaded.ordinal,
    phases: await calendarPhases(db, authorised.value.assembly),
    next: next
      ? {
          id: next.id,
          kind: next.kind,
          mayStay: loaded.itinerary
            .filter((phase) => loaded.open.includes(phase.id) && mayOverlap(phase, next))
            .map(({ id }) => id),
        }
      : null,
    undo: undone ? { from: kindsOf(loaded.open), to: kindsOf(undone.from) } : null,
    history: loaded.changes.toReversed().map(({ id, from, to, by, at, reason, undoes }) => ({
      id,
      from: kindsOf(from),
      to: kindsOf(to),
      byName: names.get(by) ?? "",
      atMs: at.getTime(),
      reason,
      isUndo: undoes !== null,
    })),
  });
}
