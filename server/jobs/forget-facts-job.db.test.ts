import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionStream } from "~/app/domain/deliberation/streams";
import { DAY_MS } from "~/app/domain/kernel/clock";
import { appendFacts, factsAfter, forgetSomeFacts, streamVersion } from "~/db/repositories/fact";
import { askTurn } from "../commands/live/ask-turn";
import { liveStream } from "../queries/live/live-stream";
import { at, buildLive, value } from "../testing/build-live";
import { runJob } from "../testing/run-job";
import { type TestApp, testApp } from "../testing/test-app";
import { forgetFactsJob } from "./forget-facts-job";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.dispose());

test("facts of before yesterday are forgotten, and a page that slept longer gets the state at its version", async () => {
  const { main } = world.app.stores;
  const live = await buildLive(world, { members: 2 });
  const stream = sessionStream(live.sessionId);
  const slept = await streamVersion(main, stream);
  await askTurn(at(live.members, 0), world.commandId(), { sessionId: live.sessionId, groupId: null });
  world.clock.advance(2 * DAY_MS);
  await askTurn(at(live.members, 1), world.commandId(), { sessionId: live.sessionId, groupId: null });
  const version = await streamVersion(main, stream);

  await runJob(forgetFactsJob(world.app), world.app);
  const left = await factsAfter(main, { stream, version: 0 }, 100);
  expect(left.map((fact) => fact.version)).toEqual([version]);
  expect(version).toBeGreaterThan(slept + 1);
  expect(value(await liveStream(await world.as(at(live.members, 1).personId), stream)).version).toBe(version);
});

test("many facts are forgotten some at a time, and nothing of another stream's version is", async () => {
  const { main } = world.app.stores;
  const old = world.clock.now();
  const many = Array.from({ length: 25 }, () => ({ stream: "session:old", type: "turn-ended", payload: {} }));
  await appendFacts(main, many, old);
  world.clock.advance(2 * DAY_MS);
  const before = new Date(world.clock.now().getTime() - DAY_MS);
  expect(await forgetSomeFacts(main, before, 10)).toBe(true);
  await runJob(forgetFactsJob(world.app), world.app);
  expect(await factsAfter(main, { stream: "session:old", version: 0 }, 100)).toEqual([]);
  expect(await streamVersion(main, "session:old")).toBe(25);
  expect((await appendFacts(main, many.slice(0, 1), world.clock.now()))[0]?.version).toBe(26);
});
