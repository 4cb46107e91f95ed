import { rolesIn } from "~/app/domain/assembly/actor";
import { type AssemblyScope, permits } from "~/app/domain/assembly/permits";
import type { Action } from "~/app/domain/assembly/rights";
import type { AssemblyId, DeviceId, GroupId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findOpenGroup, findRunningSession } from "~/db/repositories/video-place";
import { authorise } from "../../commands/kernel/authorise";
import type { Caller } from "../../context";

export interface RoomGrantRequest {
  readonly assemblyId: AssemblyId;
  readonly sessionId: SessionId;
  /** Null for the plenary. */
  readonly groupId: GroupId | null;
  readonly deviceId: DeviceId;
  readonly name: string;
}

/** The way into one video room; `video: "off"` where no video server is configured. */
export type RoomGrant =
  | { readonly video: "off" }
  | {
      readonly video: "on";
      readonly url: string;
      readonly token: string;
      readonly room: string;
      readonly mayPublish: boolean;
      readonly participationId: ParticipationId;
    };

/**
 * A token for the room where the person is now. Refuses `session-not-running`, `place-not-yours` (a member outside their group while
 * a round is open; a group of another round) and what `permits` refuses.
 */
export async function roomGrant(caller: Caller, request: RoomGrantRequest): Promise<Result<RoomGrant>> {
  const { app, actor } = caller;
  const { assemblyId, sessionId, groupId, deviceId, name } = request;
  const authorised = await authorise(app.stores.main, actor, { action: "session.attend", assemblyId });
  if (!authorised.ok) return authorised;
  const session = await findRunningSession(app.stores.main, { assemblyId, sessionId });
  if (!session) return refuse("session-not-running");
  const place = await placeFor(caller, { scope: authorised.value.scope, session, groupId });
  if (!place.ok) return place;
  const { url } = app.video;
  if (url === null) return accept({ video: "off" });
  const { scope, room } = place.value;
  const participationId = presentAs(caller, scope);
  if (!participationId) return refuse("not-a-participant");
  const mayPublish = mayBeHeard(caller, scope);
  const identity = identityOf(participationId, deviceId);
  const token = await app.video.token({ room, identity, name, mayPublish });
  return accept({ video: "on", url, token, room, mayPublish, participationId });
}

/** One person on one device: a page that is loaded again takes the place of the one before, a second device stands beside it. */
export function identityOf(participationId: ParticipationId, deviceId: DeviceId): string {
  return `${participationId}.${deviceId.slice(0, 6)}`;
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
    return roundId !== null && onlyMember ? refuse("place-not-yours") : accept({ room: `session.${id}`, scope });
  }
  const group = roundId === null ? undefined : await findOpenGroup(app.stores.main, { roundId, groupId });
  if (!group) return refuse("place-not-yours");
  const inGroup = { ...scope, group };
  const permitted = permits(actor, "group.enter", inGroup);
  return permitted.ok ? accept({ room: `group.${groupId}`, scope: inGroup }) : permitted;
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

const speakingRights: readonly Action[] = ["turn.ask", "turn.give-in-group", "session.run", "help.answer"];

/** Who may ask for the floor, leads, runs the session or helps is heard; who only watches is not. */
function mayBeHeard({ actor }: Caller, scope: AssemblyScope): boolean {
  return speakingRights.some((action) => permits(actor, action, scope).ok);
}
