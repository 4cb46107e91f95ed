import type { PhaseId } from "../kernel/ids";
import type { Itinerary } from "./itinerary";
import type { LocalDate } from "./local-date";

/** The phase a session of that day belongs to: the last one that spans it; null outside all of them. */
export function phaseOfDay(itinerary: Itinerary, day: LocalDate): PhaseId | null {
  return itinerary.findLast(({ from, to }) => from <= day && day <= to)?.id ?? null;
}
