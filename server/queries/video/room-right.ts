import { type Actor, rolesIn } from "~/app/domain/assembly/actor";
import { type AssemblyScope, permits } from "~/app/domain/assembly/permits";
import type { Turn } from "~/app/domain/deliberation/live-state";
import { type MaySend, maySend } from "~/app/domain/deliberation/may-send";
import type { AssemblyId, GroupId, ParticipationId, RoundId, SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findOpenTurn } from "~/db/repositories/queue";
import { findSession } from "~/db/repositories/session-calendar";
import { findOpenGroup, findRunningSession, type OpenGroup } from "~/db/repositories/video-place";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

export interface RoomPlace {
  readonly assemblyId: AssemblyId;
  readonly sessionId: SessionId;
  /** Null for the plenary. */
  readonly groupId: GroupId | null;
}

/** What a person may do in a room, and under which participation the others see them there. */
export interface RoomRight {
  readonly room: string;
  readonly maySend: MaySend;
  readonly participationId: ParticipationId;
}

/** The name of a place's room at the video server. */
export const roomName = ({ sessionId, groupId }: Omit<RoomPlace, "assemblyId">): string =>
  groupId === null ? `session.${sessionId}` : `group.${groupId}`;

/** What the right to a room follows from, besides who asks: the session's round, the group that is asked for, the plenary's turn. */
export interface RoomFacts {
  readonly scope: AssemblyScope;
  /** Null while everyone is in the plenary. */
  readonly roundId: RoundId | null;
  /** The group, if it is one of the open round. */
  readonly group: OpenGroup | undefined;
  readonly turn: Pick<Turn, "participationId"> | undefined;
}

/**
 * Whether a person may be in a room now. Refuses `session-unknown`, `session-not-running`, `place-not-yours` (a member outside their group while a round is
 * open; a group of another round) and what `permits` refuses.
 */
export async function roomRight({ app, actor }: Caller, place: RoomPlace): Promise<Result<RoomRight>> {
  const { main } = app.stores;
  const { assemblyId, sessionId, groupId } = place;
  const authorised = await authorise(main, actor, { action: "session.attend", assemblyId });
  if (!authorised.ok) return authorised;
  const session = await findRunningSession(main, { assemblyId, sessionId });
  if (!session) {
    const known = await findSession(main, sessionId);
    return refuse(known?.assemblyId === assemblyId ? "session-not-running" : "session-unknown");
  }
  const { scope } = authorised.value;
  const { roundId } = session;
  const isGroup = groupId !== null && roundId !== null;
  const group = isGroup ? await findOpenGroup(main, { roundId, groupId }) : undefined;
  const turn = groupId === null ? await findOpenTurn(main, { sessionId, groupId }) : undefined;
  return decideRoomRight(actor, place, { scope, roundId, group, turn });
}

/** The same, of what has been read already; the session runs. */
export function decideRoomRight(
  actor: Actor,
  place: Omit<RoomPlace, "assemblyId">,
  facts: RoomFacts,
): Result<RoomRight> {
  const attends = permits(actor, "session.attend", facts.scope);
  if (!attends.ok) return attends;
  const found = place.groupId === null ? plenaryScope(actor, facts) : groupScope(actor, facts);
  if (!found.ok) return found;
  const participationId = presentAs(actor, found.value);
  if (!participationId) return refuse("not-a-participant");
  return accept({ room: roomName(place), maySend: maySend(actor, found.value, facts.turn), participationId });
}

function plenaryScope(actor: Actor, { scope, roundId }: RoomFacts): Result<AssemblyScope> {
  const onlyMember = rolesIn(actor, scope.assemblyId).every(({ role }) => role === "member");
  return roundId !== null && onlyMember ? refuse("place-not-yours") : accept(scope);
}

function groupScope(actor: Actor, { scope, group }: RoomFacts): Result<AssemblyScope> {
  if (!group) return refuse("place-not-yours");
  const inGroup = { ...scope, group };
  const permitted = permits(actor, "group.enter", inGroup);
  return permitted.ok ? accept(inGroup) : permitted;
}

/** The participation under which the others see the person: the one with a place in the group, else the first. */
function presentAs(actor: Actor, { assemblyId, group }: AssemblyScope): ParticipationId | undefined {
  const held = rolesIn(actor, assemblyId);
  const placed = held.find(
    ({ participationId }) =>
      group && (group.facilitatorId === participationId || group.seated.includes(participationId)),
  );
  return (placed ?? held[0])?.participationId;
}
