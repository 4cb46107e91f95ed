import { rolesIn } from "~/app/domain/assembly/actor";
import { type AssemblyScope, permits } from "~/app/domain/assembly/permits";
import { type MaySend, maySend } from "~/app/domain/deliberation/may-send";
import type { AssemblyId, GroupId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findOpenTurn } from "~/db/repositories/queue";
import { findSession } from "~/db/repositories/session-calendar";
import { findOpenGroup, findRunningSession } from "~/db/repositories/video-place";
import { authorise } from "../../commands/kernel/authorise";
import type { Caller } from "../../context";

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

/**
 * Whether a person may be in a room now. Refuses `session-unknown`, `session-not-running`, `place-not-yours` (a member outside their group while a round is
 * open; a group of another round) and what `permits` refuses.
 */
export async function roomRight(caller: Caller, place: RoomPlace): Promise<Result<RoomRight>> {
  const { app, actor } = caller;
  const { assemblyId, sessionId, groupId } = place;
  const authorised = await authorise(app.stores.main, actor, { action: "session.attend", assemblyId });
  if (!authorised.ok) return authorised;
  const session = await findRunningSession(app.stores.main, { assemblyId, sessionId });
  if (!session) {
    const known = await findSession(app.stores.main, sessionId);
    return refuse(known?.assemblyId === assemblyId ? "session-not-running" : "session-unknown");
  }
  const found = await placeFor(caller, { scope: authorised.value.scope, session, groupId });
  if (!found.ok) return found;
  const { scope, room } = found.value;
  const participationId = presentAs(caller, scope);
  if (!participationId) return refuse("not-a-participant");
  const turn = groupId === null ? await findOpenTurn(app.stores.main, { sessionId, groupId }) : null;
  return accept({ room, maySend: maySend(actor, scope, turn), participationId });
}

interface VideoRoom {
  readonly room: string;
  readonly scope: AssemblyScope;
}

async function placeFor(
  { app, actor }: Caller,
  {
    scope,
    session,
    groupId,
  }: {
    readonly scope: AssemblyScope;
    readonly session: NonNullable<Awaited<ReturnType<typeof findRunningSession>>>;
    readonly groupId: GroupId | null;
  },
): Promise<Result<VideoRoom>> {
  const { id, roundId } = session;
  if (groupId === null) {
    const onlyMember = rolesIn(actor, scope.assemblyId).every(({ role }) => role === "member");
    return roundId !== null && onlyMember
      ? refuse("place-not-yours")
      : accept({ room: roomName({ sessionId: id, groupId }), scope });
  }
  const group = roundId === null ? undefined : await findOpenGroup(app.stores.main, { roundId, groupId });
  if (!group) return refuse("place-not-yours");
  const inGroup = { ...scope, group };
  const permitted = permits(actor, "group.enter", inGroup);
  return permitted.ok ? accept({ room: roomName({ sessionId: id, groupId }), scope: inGroup }) : permitted;
}

/** The participation under which the others see the person: the one with a place in the group, else the first. */
function presentAs({ actor }: Caller, { assemblyId, group }: AssemblyScope): ParticipationId | undefined {
  const held = rolesIn(actor, assemblyId);
  const placed = held.find(
    ({ participationId }) =>
      group && (group.facilitatorId === participationId || group.seated.includes(participationId)),
  );
  return (placed ?? held[0])?.participationId;
}
