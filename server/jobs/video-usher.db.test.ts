import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TurnId } from "~/app/domain/deliberation/live-state";
import type { MaySend } from "~/app/domain/deliberation/may-send";
import type { DeviceId, SessionId } from "~/app/domain/kernel/ids";
import { session } from "~/db/schema/session";
import { actorOf } from "../auth/who";
import { endTurn } from "../commands/live/end-turn";
import { giveTurn } from "../commands/live/give-turn";
import { splitIntoGroups } from "../commands/live/split-into-groups";
import { removeFromTeam } from "../commands/team/remove-from-team";
import type { App, Caller } from "../context";
import { identityOf } from "../queries/video/room-grant";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../testing/build-assembly";
import { value } from "../testing/build-live";
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
  here = await buildAssembly(world, { members: 2, facilitators: 2, phase: "deliberation" });
  sessionId = here.sessions[0]?.id as SessionId;
  await world.app.stores.main.update(session).set({ state: "running" }).where(eq(session.id, sessionId));
});

const identity = ({ participationId }: Somebody): string => identityOf(participationId, "device-1234" as DeviceId);

interface FullPlenary {
  readonly there: Map<string, MaySend>;
  /** What the video server was asked to permit, in order. */
  readonly permitted: (readonly [string, MaySend])[];
  readonly app: App;
}

/** The plenary with these people in it, all with camera and microphone unless said otherwise. */
function plenaryOf(people: readonly Somebody[], maySend: MaySend = "camera-and-microphone"): FullPlenary {
  const there = new Map(people.map((one) => [identity(one), maySend]));
  const permitted: (readonly [string, MaySend])[] = [];
  const inPlenary = (room: string): boolean => room === `session.${sessionId}`;
  const video: VideoPort = {
    ...noVideo,
    url: "ws://rooms",
    present: async (room) => (inPlenary(room) ? [...there].map(([who, may]) => ({ identity: who, maySend: may })) : []),
    remove: async ({ room, identity: who }) => void (inPlenary(room) && there.delete(who)),
    permit: async ({ room, identity: who }, may) => {
      permitted.push([who, may]);
      if (inPlenary(room)) there.set(who, may);
    },
  };
  return { there, permitted, app: { ...world.app, video } };
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
  expect([...there.values()]).toEqual(["nothing"]);
});

/** The organiser with what commands announce going to the usher; `settled` waits until the rooms have followed. */
function organiserWith(app: App): { readonly organiser: Caller; settled(): Promise<void> } {
  const usher = videoUsher({ app, actorOf: (personId) => actorOf(app.stores.main, personId) });
  return { organiser: { ...here.organiser, app: { ...app, announcer: usher } }, settled: usher.settled };
}

test("a turn in the plenary opens the speaker's microphone and its end closes it, each once, double commands too", async () => {
  const [odette, karim] = here.members as readonly [Somebody, Somebody];
  const { permitted, app } = plenaryOf([odette, karim], "camera");
  const { organiser, settled } = organiserWith(app);
  const give = () => giveTurn(organiser, null, { sessionId, groupId: null, participationId: odette.participationId });
  const { turnId } = value(await give());
  await give();
  await settled();
  expect(permitted).toEqual([[identity(odette), "camera-and-microphone"]]);
  const end = () => endTurn(organiser, null, { sessionId, turnId: turnId as TurnId });
  await Promise.all([end(), end()]);
  await settled();
  expect(permitted.slice(1)).toEqual([[identity(odette), "camera"]]);
});

test("the next turn closes one microphone and opens the other, and the team's stay open", async () => {
  const [odette, karim] = here.members as readonly [Somebody, Somebody];
  const { there, permitted, app } = plenaryOf([odette, karim], "camera");
  const leads = first(here.facilitators);
  there.set(identity(leads), "camera-and-microphone");
  const { organiser, settled } = organiserWith(app);
  for (const { participationId } of [odette, karim]) {
    value(await giveTurn(organiser, null, { sessionId, groupId: null, participationId }));
    await settled();
  }
  expect(permitted.slice(1).sort()).toEqual(
    [
      [identity(odette), "camera"],
      [identity(karim), "camera-and-microphone"],
    ].sort(),
  );
  expect(there.get(identity(leads))).toBe("camera-and-microphone");
});

test("whoever came in with a token of an earlier turn is closed when a turn begins, and a turn cut by a split is closed too", async () => {
  const [odette, karim] = here.members as readonly [Somebody, Somebody];
  const { there, app } = plenaryOf([odette, karim]);
  const { organiser, settled } = organiserWith(app);
  value(await giveTurn(organiser, null, { sessionId, groupId: null, participationId: odette.participationId }));
  await settled();
  expect([...there.values()]).toEqual(["camera-and-microphone", "camera"]);
  value(await splitIntoGroups(organiser, null, { sessionId, present: null, groupSize: 2 }));
  await settled();
  expect([...there.values()]).toEqual(["camera", "camera"]);
});

test("without a video server there is nothing to do", async () => {
  await follow(world.app, [first(here.members)]);
});
