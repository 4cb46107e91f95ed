import type { FloorFact } from "~/app/domain/deliberation/facts";
import { readStream } from "~/app/domain/deliberation/streams";
import type { SessionId } from "~/app/domain/kernel/ids";
import { findParticipation } from "~/db/repositories/participation";
import { findOpenTurn } from "~/db/repositories/queue";
import { findSession } from "~/db/repositories/session-calendar";
import type { WrittenFact } from "../announcer/announcer";
import { participationIn } from "../queries/video/room-grant";
import { roomName, roomRight } from "../queries/video/room-right";
import { actorThere } from "./actor-there";
import type { UsherOptions } from "./usher-options";

const changesSpeaker: readonly string[] = [
  "turn-given",
  "turn-ended",
  "floor-closed",
] satisfies readonly FloorFact["type"][];

/** The sessions in whose plenary a turn began or ended. */
export function plenariesWithTurns(facts: readonly WrittenFact[]): readonly SessionId[] {
  const found = facts.flatMap(({ stream, type }) => {
    const read = changesSpeaker.includes(type) ? readStream(stream) : null;
    return read?.kind === "session" ? [read.sessionId] : [];
  });
  return [...new Set(found)];
}

/**
 * Opens the plenary's microphone to whoever has the floor there, and closes it to everyone who is heard without right: the speaker before,
 * and whoever came in with an older token. Once a connection, and only where something changes.
 */
export async function followFloor({ app, actorOf }: UsherOptions, sessionId: SessionId): Promise<void> {
  const { stores, video } = app;
  const session = await findSession(stores.main, sessionId);
  if (!session) return;
  const place = { assemblyId: session.assemblyId, sessionId, groupId: null };
  const room = roomName(place);
  const speaker = (await findOpenTurn(stores.main, place))?.participationId;
  for (const { identity, maySend } of await video.present(room)) {
    const participationId = participationIn(identity);
    if (maySend !== "camera-and-microphone" && participationId !== speaker) continue;
    const rightful = await rightIn({ app, actorOf }, identity, place);
    if (rightful !== maySend) await video.permit({ room, identity }, rightful);
  }
}

/** Who may not be in the plenary now (the groups have just been formed) is on their way out: until then they are not heard. */
async function rightIn({ app, actorOf }: UsherOptions, identity: string, place: Parameters<typeof roomRight>[1]) {
  const participationId = participationIn(identity);
  const held = participationId && (await findParticipation(app.stores.main, participationId));
  if (!held) return "nothing";
  const actor = await actorThere({ app, actorOf }, { identity, personId: held.personId });
  const right = await roomRight({ app, actor }, place);
  return right.ok ? right.value.maySend : "camera";
}
