import { movedBy } from "~/app/domain/deliberation/room-ahead";
import { readStream, sessionStream } from "~/app/domain/deliberation/streams";
import type { SessionId } from "~/app/domain/kernel/ids";
import type { WrittenFact } from "~/server/announcer/announcer";
import type { App } from "~/server/context";
import { type MovedPeople, roomsAhead } from "~/server/queries/video/rooms-ahead";
import type { LiveConnection } from "./live-connection";

/** Whom these facts move, session by session. */
function movedPeople(facts: readonly WrittenFact[]): readonly MovedPeople[] {
  const found = new Map<SessionId, MovedPeople>();
  for (const fact of facts) {
    const stream = readStream(fact.stream);
    const who = stream?.kind === "session" ? movedBy(fact) : null;
    if (stream?.kind !== "session" || who === null) continue;
    const { sessionId } = stream;
    const before = found.get(sessionId)?.who ?? [];
    const all = who === "everybody" || before === "everybody";
    found.set(sessionId, { sessionId, who: all ? "everybody" : [...before, ...who] });
  }
  return [...found.values()];
}

/** Tells those who are moved the way into their new video room, right after the fact (L16). */
export function tellRooms(app: App, connections: Iterable<LiveConnection>, facts: readonly WrittenFact[]): void {
  if (app.video.url === null) return;
  const all = [...connections];
  for (const moved of movedPeople(facts)) {
    const there = all.filter(({ socket }) => socket.rooms.has(sessionStream(moved.sessionId)));
    tell(app, moved, there).catch((error: unknown) => app.log.error({ err: error }, "rooms are not told ahead"));
  }
}

async function tell(app: App, moved: MovedPeople, there: readonly LiveConnection[]): Promise<void> {
  const known = there.flatMap(({ holder, socket }) => (holder ? [{ ...holder, socket }] : []));
  const rooms = await roomsAhead(app, moved, known);
  for (const [at, room] of rooms.entries()) if (room) known[at]?.socket.emit("room", room);
}
