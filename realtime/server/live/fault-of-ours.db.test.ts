import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimReceipt, saveReceipt } from "~/db/repositories/command-receipt";
import { at, type BuiltLive, buildLive } from "~/server/testing/build-live";
import { type LiveWorld, liveSocket, liveWorld } from "../../testing/live-world";

let world: LiveWorld;
let live: BuiltLive;
const logged: string[] = [];

beforeAll(async () => {
  const log = pino({ level: "warn" }, { write: (line) => void logged.push(line) });
  world = await liveWorld("fault-of-ours", { log });
  live = await buildLive(world, { members: 1 });
});
afterAll(() => world.dispose());

test("a fault of ours is answered with its own code, which is final, and logged as an error (L12)", async () => {
  const { personId } = at(live.members, 0);
  const id = world.commandId();
  // An answer that nothing can read: what the command throws has nothing to do with a busy store.
  const key = { sender: personId, id, action: "turn.ask" };
  await claimReceipt(world.app.stores.main, key, world.clock.now());
  await saveReceipt(world.app.stores.main, key, "{broken");
  const socket = liveSocket(world, await world.signIn(personId)).connect();
  const input = { sessionId: live.sessionId, groupId: null };
  expect(await socket.emitWithAck("command", { id, name: "ask-turn", input })).toEqual({
    ok: false,
    refusal: { code: "fault-of-ours" },
  });
  expect(logged.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 50, msg: "what a live page asked failed" },
  ]);
  socket.disconnect();
});
