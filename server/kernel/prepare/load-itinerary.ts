import type { Itinerary } from "~/app/domain/assembly/itinerary";
import { localDateOf } from "~/app/domain/assembly/local-date";
import type { PhaseId } from "~/app/domain/kernel/ids";
import type { Main } from "~/db/connect";
import type { AssemblyRow } from "~/db/repositories/assembly";
import { listPhaseChanges, listPhases, type PhaseChangeRow } from "~/db/repositories/phase";

/** The phases of an assembly as the domain speaks of them. */
export interface LoadedItinerary {
  readonly itinerary: Itinerary;
  readonly changes: readonly PhaseChangeRow[];
  readonly open: readonly PhaseId[];
  /** Every phase that is or was open. */
  readonly reached: readonly PhaseId[];
  /** How many changes there were: what a form read, to notice that somebody was faster. */
  readonly ordinal: number;
}

export async function loadItinerary(
  db: Main,
  { id, timeZone }: Pick<AssemblyRow, "id" | "timeZone">,
): Promise<LoadedItinerary> {
  const phases = await listPhases(db, id);
  const changes = await listPhaseChanges(db, id);
  const last = changes.at(-1);
  return {
    itinerary: phases.map((row) => ({
      id: row.id,
      kind: row.kind,
      from: localDateOf(row.startsAt, timeZone),
      to: localDateOf(row.endsAt, timeZone),
    })),
    changes,
    open: last?.to ?? [],
    reached: [...new Set(changes.flatMap(({ to }) => to))],
    ordinal: last?.ordinal ?? 0,
  };
}
