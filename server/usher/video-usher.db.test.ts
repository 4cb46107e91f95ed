import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TurnId } from "~/app/domain/deliberation/live-state";
import { type MaySend, VIDEO_REFRESH_LIFE_MS } from "~/app/domain/deliberation/may-send";
import type { DeviceId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import { accept } from "~/app/domain/kernel/result";
import { DEVICE_LIFE_MS } from "~/app/domain/people/device-life";
import { participation } from "~/db/schema/assembly";
import { session } from "~/db/schema/session";
import { actorOf } from "../auth/who";
import { addDevice, endedBy } from "../commands/auth/add-device";
import { signOut } from "../commands/auth/sign-out";
import { endTurn } from "../commands/live/end-turn";
import { giveTurn } from "../commands/live/give-turn";
import { splitIntoGroups } from "../commands/live/split-into-groups";
import { removeFromTeam } from "../commands/team/remove-from-team";
import type { App, Caller } from "../context";
import { carryOut } from "../kernel/carry-out";
import { identityOf } from "../queries/video/room-grant";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../testing/build-assembly";
import { goToGroups, value } from "../testing/build-live";
import { type FullPlenary, fullPlenary } from "../testing/full-plenary";
import { runJob } from "../testing/run-job";
import { type TestApp, testApp } from "../testing/test-app";
import type { VideoPort } from "../video/video-port";
import { showOutEverywhere } from "./show-out-ended";
import { type VideoUsher, videoUsher } from "./video-usher";

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

const first = (people: readonly Somebody[]): Somebody => people[0] as Somebody;
const identity = ({ participationId }: Somebody): string => identityOf(participationId, "device-1234" as DeviceId);

const usherOf = (app: App): VideoUsher =>
  videoUsher({ app, actorOf: (personId, only) => actorOf(app.stores.main, personId, only) });

const plenaryOf = (people: readonly Somebody[], maySend?: MaySend): FullPlenary =>
  fullPlenary(world.app, { sessionId, there: people.map(identity), ...(maySend && { maySend }) });

async function follow(app: App, people: readonly Somebody[]): Promise<void> {
  const usher = usherOf(app);
  usher.rightsChanged(people.map(({ personId }) => personId));
  await usher.settled();
}

/** Somebody on a device of theirs, signed in by the command that signs people in. */
async function onDevice(
  somebody: Somebody,
  only: ParticipationId | null = null,
): Promise<{ readonly deviceId: DeviceId; readonly identity: string }> {
  const device = { userAgent: null, replaces: null };
  const deviceId = await addDevice(world.app.stores.main, world.app, {
    ...somebody,
    means: only === null ? "code" : "card",
    only,
    device,
  });
  return { deviceId, identity: identityOf(somebody.participationId, deviceId) };
}

/** Somebody as the network knows them, their announcements going to the usher. */
function askingWith(app: App, somebody: Caller): { readonly caller: Caller; settled(): Promise<void> } {
  const usher = usherOf(app);
  return { caller: { ...somebody, app: { ...app, announcer: usher } }, settled: usher.settled };
}

test("whoever ends a device is shown out on it at once, and stays in the room on the other", async () => {
  const member = first(here.members);
  const [phone, laptop] = [await onDevice(member), await onDevice(member)];
  const { there, app } = plenaryOf([]);
  for (const { identity: who } of [phone, laptop]) there.set(who, "camera");
  const { caller, settled } = askingWith(app, member);
  value(await signOut(caller, world.commandId(), { deviceId: phone.deviceId }));
  await settled();
  expect([...there.keys()]).toEqual([laptop.identity]);
});

test("a device signed in as somebody else is shown out of the room it was in", async () => {
  const [odette, karim] = here.members as readonly [Somebody, Somebody];
  const tablet = await onDevice(odette);
  const { there, app } = plenaryOf([]);
  there.set(tablet.identity, "camera");
  const { caller, settled } = askingWith(app, here.facilitators[0] as Somebody);
  const replaces = { deviceId: tablet.deviceId, personId: odette.personId };
  value(
    await carryOut(caller, { commandId: null, action: "test.sign-in" }, async (tx) => {
      const device = { userAgent: null, replaces };
      const deviceId = await addDevice(tx, world.app, { ...karim, means: "code", only: null, device });
      return accept({ value: deviceId, journal: [], ...endedBy(device) });
    }),
  );
  await settled();
  expect([...there.keys()]).toEqual([]);
});

test("whoever comes back with a token of before is shown out again, and no other device is", async () => {
  const member = first(here.members);
  const [phone, laptop] = [await onDevice(member), await onDevice(member)];
  value(await signOut(member, world.commandId(), { deviceId: phone.deviceId }));
  const { there, app } = plenaryOf([]);
  for (const { identity: who } of [phone, laptop]) there.set(who, "camera");
  await showOutEverywhere(app);
  expect([...there.keys()]).toEqual([laptop.identity]);
  world.clock.advance(DEVICE_LIFE_MS);
  await showOutEverywhere(app);
  expect([...there.keys()]).toEqual([]);
});

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

test("on a card's device a member of the team is the member of that card, neither shown out nor heard by their other role", async () => {
  const member = first(here.members);
  const [card, phone] = [await onDevice(member, member.participationId), await onDevice(member)];
  const other = await here.join("facilitator");
  const { personId } = member;
  await world.app.stores.main
    .update(participation)
    .set({ personId })
    .where(eq(participation.id, other.participationId));
  const { there, app } = plenaryOf([]);
  for (const { identity: who } of [card, phone]) there.set(who, "camera-and-microphone");
  await follow(app, [member]);
  expect([...there]).toEqual([
    [card.identity, "camera"],
    [phone.identity, "camera-and-microphone"],
  ]);
  there.set(card.identity, "camera-and-microphone");
  const { caller: organiser, settled } = askingWith(app, here.organiser);
  const { participationId } = here.members[1] as Somebody;
  value(await giveTurn(organiser, null, { sessionId, groupId: null, participationId }));
  await settled();
  expect(there.get(card.identity)).toBe("camera");
});

test("whoever may only watch keeps the connection without camera and microphone", async () => {
  const guarantor = await here.join("guarantor");
  const { there, app } = plenaryOf([guarantor]);
  await follow(app, [guarantor]);
  expect([...there.values()]).toEqual(["nothing"]);
});

test("a turn in the plenary opens the speaker's microphone and its end closes it, each once, double commands too", async () => {
  const [odette, karim] = here.members as readonly [Somebody, Somebody];
  const { permitted, app } = plenaryOf([odette, karim], "camera");
  const { caller: organiser, settled } = askingWith(app, here.organiser);
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
  const { caller: organiser, settled } = askingWith(app, here.organiser);
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
  const { caller: organiser, settled } = askingWith(app, here.organiser);
  value(await giveTurn(organiser, null, { sessionId, groupId: null, participationId: odette.participationId }));
  await settled();
  expect([...there.values()]).toEqual(["camera-and-microphone", "camera"]);
  await goToGroups(organiser, sessionId);
  value(await splitIntoGroups(organiser, null, { sessionId, present: null, groupSize: 2 }));
  await settled();
  expect([...there.values()]).toEqual(["camera", "camera"]);
});

/** The usher's job, once. */
const again = async (usher: VideoUsher): Promise<void> => {
  for (const job of usher.jobs) await runJob(job, world.app);
};
test("whoever lost their role and comes back with a token of before is shown out again, as long as such a token lives", async () => {
  const gone = first(here.facilitators);
  const phone = await onDevice(gone);
  const { there, app } = plenaryOf([]);
  there.set(phone.identity, "camera");
  const { assemblyId } = here;
  value(await removeFromTeam(here.organiser, null, { assemblyId, participationId: gone.participationId }));
  const usher = usherOf(app);
  usher.rightsChanged([gone.personId]);
  await usher.settled();
  expect([...there]).toEqual([]);
  for (let at = 0; at < 5; at += 1) {
    world.clock.advance(VIDEO_REFRESH_LIFE_MS / 5);
    there.set(phone.identity, "camera-and-microphone");
    await again(usher);
    expect([...there], String(at)).toEqual([]);
  }
});

test("one call to the video server that fails is made good, and keeps nobody else in", async () => {
  const [one, two] = here.facilitators as readonly [Somebody, Somebody];
  const phones = [await onDevice(one), await onDevice(two)] as const;
  const { there, app } = plenaryOf([]);
  for (const phone of phones) there.set(phone.identity, "camera");
  for (const { participationId } of [one, two]) {
    value(await removeFromTeam(here.organiser, null, { assemblyId: here.assemblyId, participationId }));
  }
  let fails = true;
  const remove: VideoPort["remove"] = (asked) => {
    if (fails && asked.identity === phones[0].identity) return Promise.reject(new Error("timed out"));
    return app.video.remove(asked);
  };
  const usher = usherOf({ ...app, video: { ...app.video, remove } });
  usher.rightsChanged([one.personId, two.personId]);
  await usher.settled();
  expect([...there.keys()]).toEqual([phones[0].identity]);
  fails = false;
  await again(usher);
  expect([...there.keys()]).toEqual([]);
});

test("after a start, whoever lost their role before it and is there still is shown out", async () => {
  const gone = first(here.facilitators);
  const phone = await onDevice(gone);
  const { there, app } = plenaryOf([]);
  there.set(phone.identity, "camera");
  const order = { assemblyId: here.assemblyId, participationId: gone.participationId };
  value(await removeFromTeam(here.organiser, null, order));
  await again(usherOf(app));
  expect([...there]).toEqual([]);
});

test("a microphone that could not be closed when a turn ended is closed a little later", async () => {
  const odette = first(here.members);
  const phone = await onDevice(odette);
  const { there, app } = plenaryOf([]);
  there.set(phone.identity, "camera");
  let fails = false;
  const permit: VideoPort["permit"] = (asked, may) =>
    fails ? Promise.reject(new Error("timed out")) : app.video.permit(asked, may);
  const usher = usherOf({ ...app, video: { ...app.video, permit } });
  const organiser = { ...here.organiser, app: { ...app, announcer: usher } };
  const order = { sessionId, groupId: null, participationId: odette.participationId };
  const { turnId } = value(await giveTurn(organiser, null, order));
  await usher.settled();
  fails = true;
  value(await endTurn(organiser, null, { sessionId, turnId: turnId as TurnId }));
  await usher.settled();
  expect(there.get(phone.identity)).toBe("camera-and-microphone");
  fails = false;
  await again(usher);
  expect(there.get(phone.identity)).toBe("camera");
});

test("without a video server there is nothing to do", async () => {
  await follow(world.app, [first(here.members)]);
});
