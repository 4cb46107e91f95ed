import { movedBy } from "~/app/domain/deliberation/room-ahead";
import { readStream } from "~/app/domain/deliberation/streams";
import type { RoundId, SessionId } from "~/app/domain/kernel/ids";
import { findRound, listGroups } from "~/db/repositories/breakout";
import { findSession } from "~/db/repositories/session-calendar";
import { listOwners } from "~/db/repositories/video-place";
import type { WrittenFact } from "../announcer/announcer";
import type { App } from "../context";
import { eachByItself } from "../jobs/run-due";
import { deviceBehind, ownerOf, participationsIn } from "../queries/video/room-grant";
import { decideRoomRight, type RoomPlace, roomName } from "../queries/video/room-right";
import { actorOn, readHall } from "../queries/video/rooms-ahead";

type Seen = Pick<App, "stores" | "clock" | "video">;

const inSessions = (facts: readonly WrittenFact[]) =>
  facts.flatMap((fact) => {
    const stream = readStream(fact.stream);
    return stream?.kind === "session" ? [{ sessionId: stream.sessionId, fact }] : [];
  });

/** The sessions in which people are moved between rooms. */
export function hallsMoved(facts: readonly WrittenFact[]): readonly SessionId[] {
  return inSessions(facts).flatMap(({ sessionId, fact }) => (movedBy(fact) === null ? [] : [sessionId]));
}

/** The rounds that ended: nobody enters their groups while they stay over. */
export function roundsEnded(facts: readonly WrittenFact[]): readonly RoundId[] {
  return inSessions(facts).flatMap(({ fact }) => (fact.type === "round-ended" ? [fact.payload.roundId] : []));
}

export function sessionsClosed(facts: readonly WrittenFact[]): readonly SessionId[] {
  return inSessions(facts).flatMap(({ sessionId, fact }) => (fact.type === "session-closed" ? [sessionId] : []));
}

/** Nobody stays in the rooms of a round that is over; one whose call back was undone is not. */
export async function showOutOfRound({ stores: { main }, video }: Seen, id: RoundId): Promise<void> {
  const round = await findRound(main, id);
  if (!round?.endedAt) return;
  for (const group of await listGroups(main, id)) {
    await emptyRoom(video, roomName({ sessionId: round.sessionId, groupId: group.id }));
  }
}

/** Nobody stays in the plenary of a session that is closed. */
export async function showOutOfPlenary({ stores: { main }, video }: Seen, sessionId: SessionId): Promise<void> {
  const session = await findSession(main, sessionId);
  if (session?.state === "closed") await emptyRoom(video, roomName({ sessionId, groupId: null }));
}

async function emptyRoom(video: App["video"], room: string): Promise<void> {
  for (const { identity } of await video.present(room)) await video.remove({ room, identity });
}

/**
 * Shows out whoever has stayed in a room of a running session that they were moved out of: a page that did not hear of it, or a token of
 * before. What decides is read once, after it was asked who is there.
 */
export async function showOutMoved(app: Seen, sessionId: SessionId): Promise<void> {
  const { main } = app.stores;
  const session = await findSession(main, sessionId);
  if (session?.state !== "running") return;
  const groups = session.roundId === null ? [] : await listGroups(main, session.roundId);
  const there: Seated[] = [];
  for (const groupId of [null, ...groups.map(({ id }) => id)]) {
    const place = { sessionId, groupId };
    for (const { identity } of await app.video.present(roomName(place))) there.push({ place, identity });
  }
  const owners = await listOwners(main, participationsIn(there));
  const hall = await readHall(app, session, [...new Set(owners.values())]);
  await eachByItself(
    there.filter((seated) => isMovedOut(hall, owners, seated)),
    ({ place, identity }) => app.video.remove({ room: roomName(place), identity }),
  );
}

interface Seated {
  readonly place: Omit<RoomPlace, "assemblyId">;
  readonly identity: string;
}

/** Of a device that nobody is signed in on, others decide. */
function isMovedOut(
  hall: Awaited<ReturnType<typeof readHall>>,
  owners: Awaited<ReturnType<typeof listOwners>>,
  { place, identity }: Seated,
): boolean {
  const personId = ownerOf(owners, identity);
  const devices = hall.devices.filter((one) => one.personId === personId);
  const device = deviceBehind(identity, devices);
  const actor = personId && device && actorOn(hall, { personId, deviceId: device.id });
  const group = place.groupId === null ? undefined : hall.groups.get(place.groupId);
  const facts = { scope: hall.scope, roundId: hall.session.roundId, group, turn: undefined };
  return actor ? !decideRoomRight(actor, place, facts).ok : false;
}
