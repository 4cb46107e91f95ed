import { eq } from "drizzle-orm";
import { TokenVerifier } from "livekit-server-sdk";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type DeviceId, type GroupId, newId, type RoundId, type SessionId } from "~/app/domain/kernel/ids";
import { refuse } from "~/app/domain/kernel/result";
import { participation } from "~/db/schema/assembly";
import { breakoutRound, groupSeat, roundGroup, session } from "~/db/schema/session";
import { endTurn } from "../../commands/live/end-turn";
import { giveTurn } from "../../commands/live/give-turn";
import type { Caller } from "../../context";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { livekitVideo } from "../../video/livekit-video";
import { roomGrant } from "./room-grant";

const config = { url: "ws://127.0.0.1:7880", key: "a-key", secret: "a secret of at least thirty-two characters" };
let world: TestApp;
let here: BuiltAssembly;
let sessionId: SessionId;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  here = await buildAssembly(world, { members: 3, facilitators: 2, phase: "deliberation" });
  sessionId = here.sessions[0]?.id as SessionId;
  await world.app.stores.main.update(session).set({ state: "running" }).where(eq(session.id, sessionId));
});

/** Two groups: the first facilitator with the first member, the second with the second; the third member has no seat. */
async function split(): Promise<readonly [GroupId, GroupId]> {
  const main = world.app.stores.main;
  const roundId: RoundId = newId(world.random);
  const startedAt = world.clock.now();
  await main.insert(breakoutRound).values({ id: roundId, sessionId, ordinal: 1, startedAt });
  const groups: GroupId[] = [];
  for (const number of [1, 2]) {
    const id: GroupId = newId(world.random);
    const facilitatorId = here.facilitators[number - 1]?.participationId ?? null;
    const participationId = (here.members[number - 1] as Somebody).participationId;
    const documentId = newId<"document">(world.random);
    await main.insert(roundGroup).values({ id, roundId, number, facilitatorId, documentId, version: 1 });
    await main.insert(groupSeat).values({ roundId, groupId: id, participationId, placedAt: startedAt });
    groups.push(id);
  }
  await main.update(session).set({ roundId }).where(eq(session.id, sessionId));
  return groups as unknown as readonly [GroupId, GroupId];
}

const all = "camera-and-microphone";
const ask = (by: Caller, groupId: GroupId | null = null, video = livekitVideo(config)) =>
  roomGrant(
    { ...by, app: { ...by.app, video } },
    {
      assemblyId: here.assemblyId,
      sessionId,
      groupId,
      deviceId: "device-of-somebody-1234" as DeviceId,
      name: "Odette",
    },
  );
const sends = async (by: Caller, groupId: GroupId | null = null) => {
  const granted = await ask(by, groupId);
  return granted.ok ? granted.value.video === "on" && granted.value.maySend : granted.refusal.code;
};

test("in the plenary the team is seen and heard, members are seen, observers and guarantors look on", async () => {
  const [observer, guarantor] = [await here.join("observer"), await here.join("guarantor")];
  const [expert, assistant] = [await here.join("expert"), await here.join("technical-assistant")];
  for (const by of [here.facilitators[0], here.organiser, expert, assistant]) {
    expect(await sends(by as Caller)).toBe(all);
  }
  for (const by of here.members) expect(await sends(by)).toBe("camera");
  expect([await sends(observer), await sends(guarantor)]).toEqual(["nothing", "nothing"]);
});

test("in the plenary a member is heard from the beginning of their turn to its end, and no other member is", async () => {
  const [odette, karim] = here.members as readonly [Somebody, Somebody];
  const { participationId } = odette;
  const given = await giveTurn(here.organiser, null, { sessionId, groupId: null, participationId });
  expect([await sends(odette), await sends(karim)]).toEqual([all, "camera"]);
  if (!given.ok || !given.value.turnId) throw new Error("no turn");
  await endTurn(odette, null, { sessionId, turnId: given.value.turnId });
  expect([await sends(odette), await sends(karim)]).toEqual(["camera", "camera"]);
});

test("a token names the person's participation and device, and the session's room", async () => {
  const member = here.members[0] as Somebody;
  const granted = await ask(member);
  if (!granted.ok || granted.value.video !== "on") throw new Error("no token");
  const claims = await new TokenVerifier(config.key, config.secret).verify(granted.value.token);
  expect(claims).toMatchObject({
    sub: `${member.participationId}.device`,
    name: "Odette",
    video: { room: `session.${sessionId}`, canPublish: true, canPublishSources: ["camera"] },
  });
});

test("a token comes with every role of its person, so that none of them is played to themself", async () => {
  const [member, facilitator] = [here.members[0] as Somebody, here.facilitators[0] as Somebody];
  const { personId } = member;
  const { participationId } = facilitator;
  await world.app.stores.main.update(participation).set({ personId }).where(eq(participation.id, participationId));
  const granted = await ask(member);
  if (!granted.ok || granted.value.video !== "on") throw new Error("no token");
  expect([...granted.value.own].sort()).toEqual([member.participationId, participationId].sort());
});

test("in a round each enters their own group, and members wait outside the plenary", async () => {
  const [first, second] = await split();
  const [odette, karim, lea] = here.members as readonly [Somebody, Somebody, Somebody];
  expect([await sends(odette, first), await sends(odette, second)]).toEqual([all, "not-your-group"]);
  expect([await sends(karim, second), await sends(lea, second)]).toEqual([all, "not-your-group"]);
  expect([await sends(odette), await sends(lea)]).toEqual(["place-not-yours", "place-not-yours"]);
  const [leads] = here.facilitators as readonly [Somebody, Somebody];
  expect([await sends(leads, first), await sends(leads, second)]).toEqual([all, "not-your-group"]);
});

test("organiser and technical assistant enter every group and are heard, a guarantor only listens, an observer stays out", async () => {
  const [first, second] = await split();
  const [assistant, guarantor, observer] = [
    await here.join("technical-assistant"),
    await here.join("guarantor"),
    await here.join("observer"),
  ];
  expect([await sends(here.organiser, first), await sends(assistant, second)]).toEqual([all, all]);
  expect([await sends(guarantor, first), await sends(observer, first)]).toEqual(["nothing", "role-not-permitted"]);
});

test("a group of a round that is over is nobody's place", async () => {
  const [first] = await split();
  await world.app.stores.main.update(session).set({ roundId: null }).where(eq(session.id, sessionId));
  expect(await ask(here.members[0] as Somebody, first)).toEqual(refuse("place-not-yours"));
});

test("there is no room before the session has started, nor for strangers and visitors", async () => {
  const other = await buildAssembly(world, { members: 1, phase: "deliberation" });
  expect(await ask(other.members[0] as Somebody)).toEqual(refuse("assembly-unknown"));
  expect(await ask(world.visitor())).toEqual(refuse("sign-in-needed"));
  await world.app.stores.main.update(session).set({ state: "planned" }).where(eq(session.id, sessionId));
  expect(await ask(here.members[0] as Somebody)).toEqual(refuse("session-not-running"));
});

test("without a video server the answer says so", async () => {
  expect(await ask(here.members[0] as Somebody, null, world.app.video)).toEqual({ ok: true, value: { video: "off" } });
});
