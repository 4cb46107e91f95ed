import type { PersonActor } from "~/app/domain/assembly/actor";
import type { Round } from "~/app/domain/deliberation/live-state";
import { placeOfMe } from "~/app/domain/deliberation/place-of";
import type { RoomAhead } from "~/app/domain/deliberation/room-ahead";
import { entriesOf } from "~/app/domain/kernel/entries-of";
import type { DeviceId, GroupId, ParticipationId, PersonId, SessionId } from "~/app/domain/kernel/ids";
import { listSignedIn } from "~/db/repositories/device";
import { listParticipants } from "~/db/repositories/participation";
import { openPhaseKinds } from "~/db/repositories/phase";
import { findOpenTurn } from "~/db/repositories/queue";
import { findSession, type SessionRow } from "~/db/repositories/session-calendar";
import { listHeldEver, type OpenGroup } from "~/db/repositories/video-place";
import type { App } from "../../context";
import { loadRound } from "../../kernel/live/load-live";
import { identityOf } from "./room-grant";
import { decideRoomRight } from "./room-right";

/** A page that is connected: whose, and on which device. */
export interface Connected {
  readonly personId: PersonId;
  readonly deviceId: DeviceId;
}

export interface MovedPeople {
  readonly sessionId: SessionId;
  readonly who: "everybody" | readonly ParticipationId[];
}

/**
 * The way into the room where each of these people is now, read once for all of them: so that a split does not make everybody ask at the
 * same moment. In the order of `connected`; null where there is none (who is not moved, a late member, no right, a device that has ended, video off).
 */
export async function roomsAhead(
  app: Pick<App, "stores" | "clock" | "video">,
  { sessionId, who }: MovedPeople,
  connected: readonly Connected[],
): Promise<readonly (RoomAhead | null)[]> {
  const { url } = app.video;
  const session = url === null ? undefined : await findSession(app.stores.main, sessionId);
  if (url === null || session?.state !== "running") return connected.map(() => null);
  const hall = await readHall(app, session, [...new Set(connected.map(({ personId }) => personId))]);
  return Promise.all(
    connected.map(async (one) => {
      const actor = actorOn(hall, one);
      const moved = who === "everybody" || actor?.participations.some((held) => who.includes(held.participationId));
      return actor && moved ? roomAhead(app, { hall, url, actor }, one.deviceId) : null;
    }),
  );
}

type Hall = Awaited<ReturnType<typeof readHall>>;

async function roomAhead(
  { video }: Pick<App, "video">,
  { hall, url, actor }: { readonly hall: Hall; readonly url: string; readonly actor: PersonActor },
  deviceId: DeviceId,
): Promise<RoomAhead | null> {
  const { session, scope, groups, turn } = hall;
  const place = placeOfMe(actor, { round: hall.round });
  if (place.kind === "lobby") return null;
  const groupId = place.kind === "group" ? place.groupId : null;
  const group = groupId === null ? undefined : groups.get(groupId);
  const facts = { scope, roundId: session.roundId, group, turn: groupId === null ? turn : undefined };
  const right = decideRoomRight(actor, { sessionId: session.id, groupId }, facts);
  if (!right.ok) return null;
  const { room, participationId, maySend } = right.value;
  const name = hall.participants.find(({ id }) => id === participationId)?.name ?? "";
  const token = await video.token({ room, identity: identityOf(participationId, deviceId), name, maySend });
  const own = hall.held.filter((role) => role.personId === actor.personId).map(({ id }) => id);
  const there = { assemblyId: session.assemblyId, sessionId: session.id, groupId };
  return { ...there, url, token, maySend, participationId, own };
}

/** The person as seen from their device: one that opens a single participation opens no other. */
export function actorOn(
  { session, participants, devices }: Hall,
  { personId, deviceId }: Connected,
): PersonActor | null {
  const device = devices.find(({ id }) => id === deviceId);
  if (!device) return null;
  const only = device.participationId;
  const participations = participants
    .filter((held) => held.personId === personId && (only === null || held.id === only))
    .map(({ id, role }) => ({ participationId: id, role, assemblyId: session.assemblyId }));
  return { kind: "person", personId, organiserOf: [], participations };
}

/** A session with all that the rights of these people to its rooms follow from. */
export async function readHall(
  { stores: { main }, clock }: Pick<App, "stores" | "clock">,
  session: SessionRow,
  personIds: readonly PersonId[],
) {
  const { assemblyId, id: sessionId } = session;
  const held = await listHeldEver(main, personIds);
  const round = await loadRound(main, session);
  return {
    session,
    scope: { assemblyId, openPhases: await openPhaseKinds(main, assemblyId) },
    participants: await listParticipants(main, assemblyId),
    devices: await listSignedIn(main, personIds, clock.now()),
    held: held.filter((role) => role.assemblyId === assemblyId),
    turn: await findOpenTurn(main, { sessionId, groupId: null }),
    round,
    groups: openGroups(round),
  };
}

/** Each group of a round with who leads it and who sits there. */
function openGroups(round: Round | null): ReadonlyMap<GroupId, OpenGroup> {
  const seated = entriesOf(round?.seats ?? {});
  const sitting = (groupId: GroupId) => seated.flatMap(([id, at]) => (at === groupId ? id : []));
  return new Map(
    round?.groups.map(({ groupId, facilitatorId }) => [groupId, { facilitatorId, seated: sitting(groupId) }]),
  );
}
