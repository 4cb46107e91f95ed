import { afterAll, beforeAll, expect, test } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { closeSession } from "~/server/commands/live/close-session";
import { at, type BuiltLive, buildLive, value } from "~/server/testing/build-live";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { loader } from "./route.server";

let world: TestApp;
let live: BuiltLive;

beforeAll(async () => {
  world = await testApp("sessions");
  live = await buildLive(world);
});
afterAll(() => world.dispose());

async function listed() {
  const request = new Request("http://localhost/fr/sessions");
  const params = { lang: "fr", assemblyId: live.assemblyId };
  const read = await loader({ context: live.organiser as never, params, request });
  if (read instanceof Response) throw new Error(`answered ${read.status}`);
  return at(
    read.sessions.filter(({ id }) => id === live.sessionId),
    0,
  );
}

test("a session that is over is listed with the hours at which it was held; until then with those planned", async () => {
  const { sessionId, organiser } = live;
  const startedAtMs = world.clock.now().getTime();
  const running = await listed();
  expect(running.startsAtMs).not.toBe(startedAtMs);
  world.clock.advance(27 * MINUTE_MS);
  expect(await listed()).toEqual(running);
  value(await closeSession(organiser, null, { sessionId }));
  expect(await listed()).toMatchObject({ startsAtMs: startedAtMs, endsAtMs: startedAtMs + 27 * MINUTE_MS });
});
