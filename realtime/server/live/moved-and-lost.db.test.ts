import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { QueueEntryId } from "~/app/domain/deliberation/live-state";
import type { RoomAhead } from "~/app/domain/deliberation/room-ahead";
import { groupStream, sessionStream } from "~/app/domain/deliberation/streams";
import { askTurn } from "~/server/commands/live/ask-turn";
import { callBack } from "~/server/commands/live/call-back";
import { moveMember } from "~/server/commands/live/move-member";
import { splitIntoGroups } from "~/server/commands/live/split-into-groups";
import { withdrawTurn } from "~/server/commands/live/withdraw-turn";
import type { Somebody } from "~/server/testing/build-assembly";
import { at, type BuiltLive, buildLive, goToGroups, type SplitGroup, value } from "~/server/testing/build-live";
import { livekitVideo } from "~/server/video/livekit-video";
import { connectedPage, type LiveWorld, liveWorld, until } from "../../testing/live-world";

const config = { url: "ws://127.0.0.1:7880", key: "a-key", secret: "a secret of at least thirty-two characters" };
let world: LiveWorld;
let built: BuiltLive;
beforeAll(async () => {
  world = await liveWorld("moved", { video: livekitVideo(config) });
});
afterAll(() => world.dispose());
beforeEach(async () => {
  built = await buildLive(world);
});

type Socket = Awaited<ReturnType<typeof connectedPage>>;

/** A page in the session. */
async function page({ personId }: Pick<Somebody, "personId">): Promise<Socket> {
  const socket = await connectedPage(world, personId);
  expect(await socket.emitWithAck("join", { stream: sessionStream(built.sessionId) })).toMatchObject({ ok: true });
  return socket;
}

/** Every way into a room that a page is told. */
function roomsOf(socket: Socket): RoomAhead[] {
  const told: RoomAhead[] = [];
  socket.on("room", (room) => void told.push(room));
  return told;
}

const nextRoom = (socket: Socket): Promise<RoomAhead> => new Promise((heard) => void socket.once("room", heard));

test("L16: whoever a split or a call back moves is told the way into their room, and a late member is not", async () => {
  const [first, second, late] = [at(built.members, 0), at(built.members, 1), at(built.members, 2)];
  const sockets = [await page(first), await page(second), await page(late)];
  const [one, other, latecomer] = sockets as [Socket, Socket, Socket];
  const unasked = roomsOf(latecomer);
  const organiser = world.online(built.organiser);
  const { sessionId } = built;
  await goToGroups(organiser, sessionId);
  const told = [nextRoom(one), nextRoom(other)];
  const present = [first.participationId, second.participationId];
  const { roundId } = value(await splitIntoGroups(organiser, null, { sessionId, present, groupSize: 2 }));
  const [mine, theirs] = (await Promise.all(told)) as [RoomAhead, RoomAhead];
  expect(mine).toMatchObject({ sessionId, participationId: first.participationId, maySend: "camera-and-microphone" });
  expect(mine.groupId).not.toBeNull();
  expect(theirs).toMatchObject({ groupId: mine.groupId, participationId: second.participationId });
  expect(theirs.token).not.toBe(mine.token);
  expect(unasked).toEqual([]);

  const back = [nextRoom(one), nextRoom(latecomer)];
  value(await callBack(organiser, null, { sessionId, roundId }));
  expect(await Promise.all(back)).toMatchObject([{ groupId: null }, { groupId: null }]);
  for (const socket of sockets) socket.disconnect();
});

test("L16: whoever is moved to another group keeps their connection, is told on it, and hears the old group no more", async () => {
  const { sessionId } = built;
  const [one, two] = (await built.split()).groups as [SplitGroup, SplitGroup];
  const [mover, stays] = [at(one.members, 0), at(one.members, 1)];
  const [moving, staying] = [await page(mover), await page(stays)];
  const closed: string[] = [];
  for (const event of ["closing", "disconnect"] as const) moving.on(event, () => void closed.push(event));
  const stream = groupStream(one.groupId);
  for (const socket of [moving, staying]) {
    expect(await socket.emitWithAck("join", { stream })).toMatchObject({ ok: true });
  }

  const told = nextRoom(moving);
  const { participationId } = mover;
  const move = { sessionId, participationId, fromGroupId: one.groupId, toGroupId: two.groupId };
  value(await moveMember(world.online(built.organiser), null, move));
  expect(await told).toMatchObject({ groupId: two.groupId, participationId });

  /** What the two hear of somebody who asks to speak there and takes it back. */
  const heardNow = async () => {
    const heard: string[] = [];
    const note = (who: string) => (facts: readonly { readonly stream: string }[]) =>
      void heard.push(...facts.flatMap((fact) => (fact.stream === stream ? [who] : [])));
    const notes = [note("moved"), note("stays")] as const;
    moving.on("facts", notes[0]);
    staying.on("facts", notes[1]);
    const entry = value(await askTurn(world.online(stays), null, { sessionId, groupId: one.groupId }));
    value(await withdrawTurn(world.online(stays), null, { sessionId, entryId: entry.entryId as QueueEntryId }));
    await Promise.all([moving.emitWithAck("clock"), staying.emitWithAck("clock")]);
    moving.off("facts", notes[0]);
    staying.off("facts", notes[1]);
    return heard;
  };
  await expect.poll(heardNow).toEqual(["stays", "stays"]);
  expect(closed).toEqual([]);
  for (const socket of [moving, staying]) socket.disconnect();
});

test("L15: a page with the floor that does not answer any more makes nobody present, long before its connection ends", async () => {
  const [speaker, listener] = [at(built.members, 0), at(built.members, 1)];
  const [speaking, listening] = [await page(speaker), await page(listener)];
  let present: readonly string[] = [];
  let isThere = true;
  speaking.on("beat", (answer) => isThere && answer());
  const sees = (wanted: boolean) =>
    until(
      (heard) => {
        const note = (message: { readonly present: readonly string[] }) => {
          present = message.present;
          heard();
        };
        listening.on("presence", note);
        return () => listening.off("presence", note);
      },
      () => present.includes(speaker.participationId) === wanted,
    );
  await sees(true);
  speaking.emit("speaking", true);
  isThere = false;
  await sees(false);
  expect(speaking.connected).toBe(true);
  isThere = true;
  await sees(true);
  for (const socket of [speaking, listening]) socket.disconnect();
});
