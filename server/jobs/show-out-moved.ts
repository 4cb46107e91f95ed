import type { LiveFact } from "~/app/domain/deliberation/facts";
import { movedBy } from "~/app/domain/deliberation/room-ahead";
import { readStream } from "~/app/domain/deliberation/streams";
import type { RoundId, SessionId } from "~/app/domain/kernel/ids";
import { findRound, listGroups } from "~/db/repositories/breakout";
import { findSession } from "~/db/repositories/session-calendar";
import { listOwners } from "~/db/repositories/video-place";
import type { App } from "../context";
import { deviceBehind, participationIn } from "../queries/video/room-grant";
import { decideRoomRight, roomName } from "../queries/video/room-right";
import { actorOn, readHall } from "../queries/video/rooms-ahead";
import type { WrittenFact } from "./announcer";

type Seen = Pick<App, "stores" | "clock" | "video">;

const inSessions = (facts: readonly WrittenFact[]) =>
  facts.flatMap((fact) => {
    const stream = readStream(fact.stream);
    return stream?.kind === "session" ? [{ sessionId: stream.sessionId, fact: fact as unknown as LiveFact }] : [];
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
 * before. What decides is read once for all.
 */
export async function showOutMoved(app: Seen, sessionId: SessionId): Promise<void> {
  const { main } = app.stores;
  const session = await findSession(main, sessionId);
  if (session?.state !== "running") return;
  const groups = session.roundId === null ? [] : await listGroups(main, session.roundId);
  for (const groupId of [null, ...groups.map(({ id }) => id)]) {
    const place = { sessionId, groupId };
    const room = roomName(place);
    const there = await app.video.present(room);
    const owners = await listOwners(main, [...new Set(there.map(({ identity }) => participationIn(identity)))]);
    const hall = await readHall(app, session, [...owners.values()]);
    for (const { identity } of there) {
      const personId = owners.get(participationIn(identity));
      const device = deviceBehind(
        identity,
        hall.devices.filter((one) => one.personId === personId),
      );
      const actor = personId && device && actorOn(hall, { personId, deviceId: device.id });
      const group = groupId === null ? undefined : hall.groups.get(groupId);
      const facts = { scope: hall.scope, roundId: session.roundId, group, turn: undefined };
      const right = actor && decideRoomRight(actor, place, facts);
      if (right && !right.ok) await app.video.remove({ room, identity });
    }
  }
}
