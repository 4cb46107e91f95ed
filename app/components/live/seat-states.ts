import type { SessionState } from "../../domain/deliberation/live-state";
import type { ParticipationId } from "../../domain/kernel/ids";
import type { Seat, SeatState } from "../hemicycle/hemicycle";

type Hall = Pick<SessionState, "attendees" | "floor">;

/** How many of the members are where; a member counts once, as the seat shows them. */
export type SeatCounts = Readonly<Record<"here" | "away" | "speaking" | "waiting", number>>;

/**
 * The hemicycle of a session: one seat a number, from 1 to the highest; a seat without a member is empty. A seat never moves:
 * it is the member's own number.
 */
export function seatStates(hall: Hall, present: ReadonlySet<ParticipationId>): readonly Seat[] {
  const seats: Seat[] = [];
  for (const { participationId, seat, name } of hall.attendees) {
    if (seat !== null) seats[seat - 1] = { state: seatState(hall, participationId, present), title: name };
  }
  return Array.from(seats, (seat) => seat ?? { state: "empty" });
}

/** Who speaks and who waits is shown even where their connection is away for a moment: their place is kept. */
function seatState({ floor }: Hall, id: ParticipationId, present: ReadonlySet<ParticipationId>): SeatState {
  if (floor.turn?.participationId === id) return "speaking";
  if (floor.queue.some(({ participationId }) => participationId === id)) return "waiting";
  return present.has(id) ? "here" : "away";
}

export function countSeats(seats: readonly Seat[]): SeatCounts {
  const count = (wanted: SeatState) => seats.filter(({ state }) => state === wanted).length;
  return { here: count("here"), away: count("away"), speaking: count("speaking"), waiting: count("waiting") };
}

/** Members who are connected, of all members. */
export function countPresent(
  { attendees }: Pick<SessionState, "attendees">,
  present: ReadonlySet<ParticipationId>,
): { readonly here: number; readonly total: number } {
  const members = attendees.filter(({ role }) => role === "member");
  return { here: members.filter(({ participationId }) => present.has(participationId)).length, total: members.length };
}
