import { splitIntoGroups } from "../grouping/split-into-groups";
import { type GroupId, newId, type ParticipationId } from "../kernel/ids";
import type { Random } from "../kernel/random";
import { accept, type Result, refuse } from "../kernel/result";
import { mayHoldGroups } from "./hold-groups";
import type { Attendee, Round, SessionState } from "./live-state";

export interface RoundOrder {
  readonly session: Pick<SessionState, "state" | "attendees" | "round" | "agenda" | "currentItemId">;
  /** Who is here; null: everyone. Members among them are placed, the others wait in the lobby when they come. */
  readonly present: readonly ParticipationId[] | null;
  readonly groupSize: number;
  readonly ordinal: number;
}

/**
 * Splits the plenary into groups: members evenly and at random, a facilitator each as far as there are any (those present first,
 * then co-facilitators), the other co-facilitators spread over the groups.
 * Refuses with `session-not-running`, `round-already-open`, `item-in-plenary`, `nobody-to-place`.
 */
export function openRound({ session, present, groupSize, ordinal }: RoundOrder, random: Random): Result<Round> {
  if (session.state !== "running") return refuse("session-not-running");
  if (session.round) return refuse("round-already-open");
  if (!mayHoldGroups(session)) return refuse("item-in-plenary");
  const here = present && new Set(present);
  const isHere = ({ participationId }: Attendee): boolean => !here || here.has(participationId);
  const members = withRole(session.attendees, "member").filter(isHere);
  if (members.length === 0) return refuse("nobody-to-place");
  const parts = splitIntoGroups(
    members.map(({ participationId }) => participationId),
    groupSize,
    random,
  );
  const helpers = withRole(session.attendees, "co-facilitator").filter(isHere);
  const leaders = leadersInTurn(session.attendees, isHere);
  const groups = parts.map((_, at) => ({
    groupId: newId<"group">(random),
    number: at + 1,
    facilitatorId: leaders[at]?.participationId ?? null,
  }));
  const spare = helpers.filter(({ participationId }) =>
    groups.every((group) => group.facilitatorId !== participationId),
  );
  const seats: Record<ParticipationId, GroupId> = {};
  for (const [at, { groupId }] of groups.entries()) {
    for (const participationId of parts[at] ?? []) seats[participationId] = groupId;
    for (const { participationId } of spare.filter((_, turn) => turn % groups.length === at)) {
      seats[participationId] = groupId;
    }
  }
  return accept({
    roundId: newId(random),
    ordinal,
    agendaItemId: session.currentItemId,
    groups,
    seats,
  });
}

/** Who is given a group, the first group's lead first: facilitators who are here, then those who are away, then co-facilitators here. */
export function leadersInTurn(
  attendees: readonly Attendee[],
  isHere: (attendee: Attendee) => boolean,
): readonly Attendee[] {
  const facilitators = withRole(attendees, "facilitator");
  const helpers = withRole(attendees, "co-facilitator").filter(isHere);
  return [...facilitators.filter(isHere), ...facilitators.filter((one) => !isHere(one)), ...helpers];
}

function withRole(attendees: readonly Attendee[], role: Attendee["role"]): readonly Attendee[] {
  return attendees.filter((attendee) => attendee.role === role);
}
