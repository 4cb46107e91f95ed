import type { GroupId, ParticipationId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";
import type { Attendee, Round, SessionState } from "./live-state";

type Hall = Pick<SessionState, "round" | "attendees">;

/** Roles that sit in a group; the others come and go. */
const seatedRoles: readonly Attendee["role"][] = ["member", "co-facilitator"];

/**
 * Places somebody who has no seat in the open round; null when they sit there already.
 * Refuses with `round-ended`, `group-unknown`, `not-to-be-seated`, `already-placed` (they sit elsewhere: move them).
 */
export function placeMember(hall: Hall, participationId: ParticipationId, groupId: GroupId): Result<"place" | null> {
  const round = checkSeat(hall, participationId, groupId);
  if (!round.ok) return round;
  const seat = round.value.seats[participationId];
  if (seat === groupId) return accept(null);
  return seat ? refuse("already-placed") : accept("place");
}

/**
 * Moves somebody from one group to another; null when they are there already.
 * Refuses as `placeMember` does, and with `already-moved` when they no longer sit where they were seen.
 */
export function moveMember(
  hall: Hall,
  participationId: ParticipationId,
  { fromGroupId, toGroupId }: { readonly fromGroupId: GroupId; readonly toGroupId: GroupId },
): Result<"move" | null> {
  const round = checkSeat(hall, participationId, toGroupId);
  if (!round.ok) return round;
  const seat = round.value.seats[participationId];
  if (seat === toGroupId) return accept(null);
  return seat === fromGroupId ? accept("move") : refuse("already-moved");
}

/**
 * Gives a group another facilitator, or none; null when it is so already. Somebody facilitates one group of a round.
 * Refuses with `round-ended`, `group-unknown`, `not-a-facilitator`, `facilitates-elsewhere` (data: the group's number), `seated-elsewhere`.
 */
export function assignFacilitator(
  { round, attendees }: Hall,
  groupId: GroupId,
  participationId: ParticipationId | null,
): Result<"assign" | null> {
  if (!round) return refuse("round-ended");
  const group = round.groups.find((one) => one.groupId === groupId);
  if (!group) return refuse("group-unknown");
  if (group.facilitatorId === participationId) return accept(null);
  if (participationId === null) return accept("assign");
  const role = attendees.find((one) => one.participationId === participationId)?.role;
  if (role !== "facilitator" && role !== "co-facilitator") return refuse("not-a-facilitator");
  const elsewhere = round.groups.find(({ facilitatorId }) => facilitatorId === participationId);
  if (elsewhere) return refuse("facilitates-elsewhere", { number: elsewhere.number });
  const seat = round.seats[participationId];
  return seat && seat !== groupId ? refuse("seated-elsewhere") : accept("assign");
}

function checkSeat({ round, attendees }: Hall, participationId: ParticipationId, groupId: GroupId): Result<Round> {
  if (!round) return refuse("round-ended");
  if (!round.groups.some((group) => group.groupId === groupId)) return refuse("group-unknown");
  const attendee = attendees.find((one) => one.participationId === participationId);
  if (!attendee || !seatedRoles.includes(attendee.role)) return refuse("not-to-be-seated");
  const leads = round.groups.some(({ facilitatorId }) => facilitatorId === participationId);
  return leads ? refuse("not-to-be-seated") : accept(round);
}
