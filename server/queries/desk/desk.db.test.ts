import { afterEach, beforeEach, expect, test } from "vitest";
import { DAY_MS } from "~/app/domain/kernel/clock";
import { saveDeviceCheck } from "~/db/repositories/device-check";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { desk } from "./desk";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 2, phase: "preparation" });
});
afterEach(() => world.dispose());

const seen = async (who: Parameters<typeof desk>[0] = built.organiser) => {
  const answer = await desk(who, { assemblyId: built.assemblyId });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};

const check = ({ participationId }: Somebody, found: { microphoneLevel: number; roundTripMs: number | null }) =>
  saveDeviceCheck(world.app.stores.main, {
    ...found,
    participationId,
    assemblyId: built.assemblyId,
    at: world.clock.now(),
    camera: true,
    speaker: true,
    trouble: null,
  });

test("on the first day the recruitment and the team wait", async () => {
  expect((await seen()).waits.map(({ code, count }) => [code, count])).toEqual([
    ["quotas-missing", 1],
    ["pool-missing", 1],
    ["guarantor-missing", 1],
    ["scrutineers-missing", 2],
  ]);
});

test("members are counted by their last device check, and those it failed are to be called", async () => {
  const [ready, stuck] = built.members;
  if (!ready || !stuck) throw new Error("two members were built");
  await check(ready, { microphoneLevel: 0.5, roundTripMs: 30 });
  await check(stuck, { microphoneLevel: 0, roundTripMs: null });
  const { readiness, calls } = await seen();
  expect(readiness).toEqual({ ready: 1, "can-follow": 0, "needs-help": 1, unchecked: 0 });
  expect(calls).toMatchObject([{ name: "Membre 2", reason: "device-trouble" }]);
});

test("members who have not come within three days are to be called", async () => {
  expect((await seen()).calls).toEqual([]);
  world.clock.advance(4 * DAY_MS);
  expect((await seen()).calls.map(({ reason }) => reason)).toEqual(["never-signed-in", "never-signed-in"]);
});

test("on the day of a session, that session is on the desk", async () => {
  const [first] = built.sessions;
  if (!first) throw new Error("no session");
  expect(await seen()).toMatchObject({ session: { id: first.id }, sessionIsToday: false });
  world.clock.set(new Date(first.startsAt.getTime() - 60_000));
  expect(await seen()).toMatchObject({ session: { id: first.id }, sessionIsToday: true });
});

test("a guarantor sees the day without what only an organiser can do, and without telephone numbers", async () => {
  const guarantor = await built.join("guarantor");
  world.clock.advance(4 * DAY_MS);
  const { waits, mayRun, calls } = await seen(guarantor);
  expect([waits, mayRun]).toEqual([[], false]);
  expect(calls.every(({ phone }) => phone === null)).toBe(true);
});

test("members and strangers are refused", async () => {
  const [member] = built.members;
  const stranger = await world.organiser("Ailleurs");
  expect(member && (await desk(member, { assemblyId: built.assemblyId }))).toMatchObject({
    refusal: { code: "role-not-permitted" },
  });
  expect(await desk(stranger, { assemblyId: built.assemblyId })).toMatchObject({
    refusal: { code: "assembly-unknown" },
  });
});
