import type { Itinerary } from "~/app/domain/assembly/itinerary";
import type { AgendaItemPlan, SessionPlan } from "~/app/domain/assembly/session-plan";
import { markOf } from "../seen";

/** Which phases there are, in which order, and their days. */
export function itineraryMark(itinerary: Itinerary): string {
  return markOf(itinerary.map(({ id, from, to }) => ({ id, from, to })));
}

/** When and where a session is, and what it is called: its agenda apart. */
export function sessionMark({ title, startsAt, endsAt, place, address }: SessionPlan): string {
  return markOf({ title, startsAt, endsAt, place, address });
}

/** One item of an agenda; its place among the others is moved, not edited. */
export function itemMark({ title, mode, minutes, prompt }: AgendaItemPlan): string {
  return markOf({ title, mode, minutes, prompt });
}
