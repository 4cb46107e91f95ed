import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DeviceId, SessionId } from "~/app/domain/kernel/ids";
import { session } from "~/db/schema/session";
import { actorOf } from "../auth/who";
import { removeFromTeam } from "../commands/team/remove-from-team";
import type { App } from "../context";
import { identityOf } from "../queries/video/room-grant";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../testing/build-assembly";
import { type TestApp, testApp } from "../testing/test-app";
import { noVideo, type VideoPort } from "../video/video-port";
import { videoUsher } from "./video-usher";

let world: TestApp;
let here: BuiltAssembly;
let sessionId: SessionId;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  here = await buildAssembly(world, { members: 1, facilitators: 2, phase: "deliberation" });
  sessionId = here.sessions[0]?.id as SessionId;
  await world.app.stores.main.update(session).set({ state: "running" }).where(eq(session.id, sessionId));
});

const identity = ({ participationId }: Somebody): string => identityOf(participationId, "device-1234" as DeviceId);

/** The plenary with these people in it, all with camera and microphone. */
function plenaryOf(people: readonly Somebody[]): { readonly there: Map<string, boolean>; readonly app: App } {
  const there = new Map(people.map((one) => [identity(one), true]));
  const inPlenary = (room: string): boolean => room === `session.${sessionId}`;
  const video: VideoPort = {
    ...noVideo,
    url: "ws://rooms",
    present: async (room) =>
      inPlenary(room) ? [...there].map(([who, mayPublish]) => ({ identity: who, mayPublish })) : [],
    remove: async ({ room, identity: who }) => void (inPlenary(room) && there.delete(who)),
    permit: async ({ room, identity: who }, mayPublish) => void (inPlenary(room) && there.set(who, mayPublish)),
  };
  return { there, app: { ...world.app, video } };
}

async function follow(app: App, people: readonly Somebody[]): Promise<void> {
  const usher = videoUsher({ app, actorOf: (personId) => actorOf(app.stores.main, personId) });
  usher.rightsChanged(people.map(({ personId }) => personId));
  await usher.settled();
}

const first = (people: readonly Somebody[]): Somebody => people[0] as Somebody;

test("whoever loses their role is shown out of the room at once, and nobody else is", async () => {
  const [gone, member] = [first(here.facilitators), first(here.members)];
  const { there, app } = plenaryOf([gone, member, here.facilitators[1] as Somebody]);
  const { participationId } = gone;
  expect(await removeFromTeam(here.organiser, null, { assemblyId: here.assemblyId, participationId })).toMatchObject({
    ok: true,
  });
  await follow(app, [gone, member]);
  expect([...there.keys()]).toEqual([identity(member), identity(here.facilitators[1] as Somebody)]);
});

test("whoever may only watch keeps the connection without camera and microphone", async () => {
  const guarantor = await here.join("guarantor");
  const { there, app } = plenaryOf([guarantor]);
  await follow(app, [guarantor]);
  expect([...there.values()]).toEqual([false]);
});

test("without a video server there is nothing to do", async () => {
  await follow(world.app, [first(here.members)]);
});
