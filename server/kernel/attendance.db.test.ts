import { afterEach, beforeEach, expect, test } from "vitest";
import { sessionStream } from "~/app/domain/deliberation/streams";
import { closeSession } from "../commands/live/close-session";
import { giveRole } from "../commands/team/give-role";
import { buildLive, value } from "../testing/build-live";
import { type TestApp, testApp } from "../testing/test-app";
import { tellingSessions } from "./attendance";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

test("who joins is told to the sessions that run or are to come, and to none that is closed", async () => {
  const { assemblyId, organiser, sessionId, sessions } = await buildLive(world);
  value(await closeSession(organiser, null, { sessionId }));
  const personId = await world.person("Yvonne");
  const { main } = world.app.stores;
  const { facts } = await tellingSessions(main, [assemblyId], () =>
    giveRole(main, world.app, { personId, assemblyId, role: "facilitator" }),
  );
  const others = sessions.filter(({ id }) => id !== sessionId);
  expect(others.length).toBeGreaterThan(0);
  expect(facts.map(({ stream }) => stream)).toEqual(others.map(({ id }) => sessionStream(id)));
});
