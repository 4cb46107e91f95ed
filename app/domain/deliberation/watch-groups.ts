import type { GroupId, ParticipationId } from "../kernel/ids";
import type { Attendee, Round, RoundGroup, SessionState } from "./live-state";

type Present = ReadonlySet<ParticipationId>;

/** Those of a group, in the order of the attendees: members and co-facilitators who sit there, without its facilitator. */
export function seatedIn(session: Pick<SessionState, "round" | "attendees">, groupId: GroupId): readonly Attendee[] {
  const seats = session.round?.seats ?? {};
  return session.attendees.filter(({ participationId }) => seats[participationId] === groupId);
}

/** Members without a seat in the open round who are here: they wait to be placed. */
export function waitingInLobby(
  session: Pick<SessionState, "round" | "attendees">,
  present: Present,
): readonly Attendee[] {
  const { round } = session;
  if (!round) return [];
  return session.attendees.filter(
    ({ participationId, role }) => role === "member" && !round.seats[participationId] && present.has(participationId),
  );
}

/** The group to offer a late arrival: the one with the fewest seated, then the lowest number. Null when no round is open. */
export function suggestedGroup(round: Round | null): RoundGroup | null {
  if (!round) return null;
  const sizes = new Map<GroupId, number>();
  for (const groupId of Object.values(round.seats)) sizes.set(groupId, (sizes.get(groupId) ?? 0) + 1);
  const size = ({ groupId }: RoundGroup): number => sizes.get(groupId) ?? 0;
  return [...round.groups].sort((a, b) => size(a) - size(b) || a.number - b.number)[0] ?? null;
}

/** The groups that nobody facilitates at this moment: none was assigned, or the facilitator is away. */
export function groupsWithoutFacilitator(round: Round | null, present: Present): readonly RoundGroup[] {
  return (round?.groups ?? []).filter(({ facilitatorId }) => facilitatorId === null || !present.has(facilitatorId));
}
