import { afterAll, beforeAll, expect, test } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { closeSession } from "../../commands/live/close-session";
import { at, type BuiltLive, buildLive, value } from "../../testing/build-live";
import { type TestApp, testApp } from "../../testing/test-app";
import { calendar } from "./calendar";

let world: TestApp;
let live: BuiltLive;

beforeAll(async () => {
  world = await testApp("calendar");
  live = await buildLive(world);
});
afterAll(() => world.dispose());

test("a session says when it was opened and when it ended, whatever was planned", async () => {
  const { organiser, sessionId } = live;
  const held = async () =>
    at(
      value(await calendar(organiser, live)).sessions.filter(({ id }) => id === sessionId),
      0,
    );
  const startedAtMs = world.clock.now().getTime();
  const planned = await held();
  expect([planned.startedAtMs, planned.closedAtMs]).toEqual([startedAtMs, null]);
  world.clock.advance(27 * MINUTE_MS);
  value(await closeSession(organiser, null, { sessionId }));
  const { startsAtMs, endsAtMs } = planned;
  expect(await held()).toMatchObject({ startsAtMs, endsAtMs, startedAtMs, closedAtMs: startedAtMs + 27 * MINUTE_MS });
});
