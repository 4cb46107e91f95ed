import { eq } from "drizzle-orm";
import { TokenVerifier } from "livekit-server-sdk";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DeviceId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import { endDevice } from "~/db/repositories/device";
import { session } from "~/db/schema/session";
import { actorOf } from "../../auth/who";
import { addDevice } from "../../commands/auth/add-device";
import { splitIntoGroups } from "../../commands/live/split-into-groups";
import type { Somebody } from "../../testing/build-assembly";
import { type BuiltLive, buildLive, goToGroups, value } from "../../testing/build-live";
import { type TestApp, testApp } from "../../testing/test-app";
import { livekitVideo } from "../../video/livekit-video";
import { roomGrant } from "./room-grant";
import { roomsAhead } from "./rooms-ahead";

const config = { url: "ws://127.0.0.1:7880", key: "a-key", secret: "a secret of at least thirty-two characters" };
let world: TestApp;
let here: BuiltLive;
let sessionId: SessionId;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  here = await buildLive(world);
  sessionId = here.sessionId;
  await goToGroups(here.organiser, sessionId);
});

const withVideo = () => ({ ...world.app, video: livekitVideo(config) });

interface Page extends Somebody {
  readonly deviceId: DeviceId;
  readonly only: ParticipationId | null;
}

async function onDevice(somebody: Somebody, only: ParticipationId | null = null): Promise<Page> {
  const deviceId = await addDevice(world.app.stores.main, world.app, {
    ...somebody,
    means: only === null ? "code" : "card",
    only,
    device: { userAgent: null, replaces: null },
  });
  return { ...somebody, deviceId, only };
}

/** The first three members are seated in groups of two; the fourth comes later. */
async function split(): Promise<void> {
  const present = here.members.slice(0, 3).map(({ participationId }) => participationId);
  value(await splitIntoGroups(here.organiser, null, { sessionId, present, groupSize: 2 }));
}

const claimsOf = async (token: string) => {
  const { video, sub, name } = await new TokenVerifier(config.key, config.secret).verify(token);
  return { video, sub, name };
};

/** What the page would be answered if it asked for this place itself. */
async function asked(page: Page, groupId: Parameters<typeof roomGrant>[1]["groupId"]) {
  const { deviceId, personId, participationId } = page;
  const actor = await actorOf(world.app.stores.main, personId, page.only);
  const name = `Membre ${here.members.findIndex((one) => one.participationId === participationId) + 1}`;
  const granted = await roomGrant(
    { app: withVideo(), actor },
    { assemblyId: here.assemblyId, sessionId, groupId, deviceId, name },
  );
  return granted.ok && granted.value.video === "on" ? granted.value : null;
}

test("L16: after a split each page is told the room that it would be let into if it asked, and nothing else", async () => {
  const pages = await Promise.all(here.members.map((member) => onDevice(member)));
  await split();
  const told = await roomsAhead(withVideo(), { sessionId, who: "everybody" }, pages);
  expect(told.map((room) => room !== null)).toEqual([true, true, true, false]);
  for (const [at, page] of pages.slice(0, 3).entries()) {
    const ahead = told[at];
    const answer = await asked(page, ahead?.groupId ?? null);
    if (!ahead || !answer) throw new Error("no room");
    expect(ahead.groupId).not.toBeNull();
    expect(ahead).toMatchObject({ maySend: answer.maySend, participationId: answer.participationId, own: answer.own });
    const [one, other] = [await claimsOf(ahead.token), await claimsOf(answer.token)];
    expect({ ...one, name: "" }).toEqual({ ...other, name: "" });
  }
});

test("L16: only who is moved is told; nothing is told to a device that has ended, outside a session, or without a video server", async () => {
  const [first, second] = [await onDevice(here.members[0] as Somebody), await onDevice(here.members[1] as Somebody)];
  await split();
  const ask = (who: "everybody" | readonly ParticipationId[], app = withVideo()) =>
    roomsAhead(app, { sessionId, who }, [first, second]).then((told) => told.map((room) => room !== null));
  expect(await ask([second.participationId])).toEqual([false, true]);
  await endDevice(world.app.stores.main, { id: first.deviceId, personId: first.personId }, world.clock.now());
  expect(await ask("everybody")).toEqual([false, true]);
  expect(await ask("everybody", { ...withVideo(), video: world.app.video })).toEqual([false, false]);
  await world.app.stores.main.update(session).set({ state: "closed" }).where(eq(session.id, sessionId));
  expect(await ask("everybody")).toEqual([false, false]);
});

test("L16: nobody is told a room once the phase that lets them in has closed", async () => {
  const page = await onDevice(here.members[0] as Somebody);
  await split();
  await here.open("preparation");
  expect(await roomsAhead(withVideo(), { sessionId, who: "everybody" }, [page])).toEqual([null]);
});
