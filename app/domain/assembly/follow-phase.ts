import type { PhaseId } from "../kernel/ids";
import type { Itinerary } from "./itinerary";
import { daysBetween } from "./local-date";

/** By how many days a session of this phase moves with it: as many as the phase's first day did; 0 where the phase is new, gone or none. */
export function daysMoved(before: Itinerary, after: Itinerary, phaseId: PhaseId | null): number {
  const [was, is] = [before, after].map((itinerary) => itinerary.find(({ id }) => id === phaseId));
  return was && is ? daysBetween(was.from, is.from) : 0;
}
