import type { PhaseId } from "../kernel/ids";
import { accepted, type Result, refuse } from "../kernel/result";
import type { LocalDate } from "./local-date";
import { type PhaseKind, phaseRules } from "./phase";

/** One stretch of an assembly, first and last day included. Dates remind; a person advances. */
export interface PlannedPhase {
  readonly id: PhaseId;
  readonly kind: PhaseKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The phases of one assembly in their order. */
export type Itinerary = readonly PlannedPhase[];

export type ItineraryRefusal =
  | "itinerary-start"
  | "phase-cannot-follow"
  | "phase-dates-reversed"
  | "phase-before-previous"
  | "phase-cannot-overlap";

/**
 * Whether the phases may stand in this order, on these days: it begins with the preparation, each kind may follow the one before,
 * no phase ends before it begins or begins before the one before it, and only kinds that may overlap share days (a last day that is
 * also the next one's first is no overlap). Refuses with the first fault found, naming the kinds.
 */
export function checkItinerary(itinerary: Itinerary): Result<undefined, ItineraryRefusal> {
  if (itinerary[0]?.kind !== "preparation") return refuse("itinerary-start");
  for (const [at, phase] of itinerary.entries()) {
    if (phase.to < phase.from) return refuse("phase-dates-reversed", { phase: phase.kind }, `to.${phase.id}`);
    const before = itinerary[at - 1];
    if (!before) continue;
    if (!phaseRules[before.kind].before.includes(phase.kind)) {
      return refuse("phase-cannot-follow", { phase: phase.kind, before: before.kind });
    }
    if (phase.from < before.from) {
      return refuse("phase-before-previous", { phase: phase.kind, before: before.kind }, `from.${phase.id}`);
    }
    const clash = itinerary.slice(0, at).find((earlier) => earlier.to > phase.from && !mayOverlap(earlier, phase));
    if (clash) return refuse("phase-cannot-overlap", { phase: phase.kind, before: clash.kind }, `from.${phase.id}`);
  }
  return accepted;
}

/** Whether two phases may be open at the same time. */
export function mayOverlap(one: Pick<PlannedPhase, "kind">, other: Pick<PlannedPhase, "kind">): boolean {
  return phaseRules[one.kind].overlaps.includes(other.kind);
}
