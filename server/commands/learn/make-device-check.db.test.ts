import { afterAll, beforeAll, expect, test } from "vitest";
import { refuse } from "~/app/domain/kernel/result";
import { deviceChecks } from "../../queries/learn/device-checks";
import { ownDeviceCheck } from "../../queries/learn/own-device-check";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { makeDeviceCheck } from "./make-device-check";

let world: TestApp;
let here: BuiltAssembly;
beforeAll(async () => {
  world = await testApp();
  here = await buildAssembly(world, { members: 3, phase: "preparation" });
});
afterAll(() => world.dispose());

const good = { microphoneLevel: 0.4, camera: false, speaker: true, roundTripMs: 30, trouble: null };

test("the last check counts, and who needs help stands first on the technical assistant's list", async () => {
  const [odette, karim] = here.members as readonly [Somebody, Somebody, Somebody];
  const bad = { ...good, microphoneLevel: null, speaker: false, trouble: "denied" } as const;
  await makeDeviceCheck(odette, world.commandId(), { assemblyId: here.assemblyId, check: bad });
  const stored = await makeDeviceCheck(odette, world.commandId(), { assemblyId: here.assemblyId, check: good });
  expect(stored).toMatchObject({ ok: true, value: { readiness: "ready" } });
  await makeDeviceCheck(karim, world.commandId(), { assemblyId: here.assemblyId, check: bad });
  const assistant = await here.join("technical-assistant");
  const listed = await deviceChecks(assistant, here);
  const found = listed.ok ? listed.value.map(({ name, check }) => [name, check?.readiness ?? null]) : [];
  expect(found[0]).toEqual([karim.name, "needs-help"]);
  expect(found.at(-1)).toEqual([odette.name, "ready"]);
  const own = await ownDeviceCheck(odette, here);
  expect(own).toMatchObject({ ok: true, value: { seesAll: false, last: { readiness: "ready", heard: true } } });
});

test("members do not see the checks of others, and nobody checks in for another assembly", async () => {
  const member = here.members[0] as Somebody;
  expect(await deviceChecks(member, here)).toMatchObject(refuse("role-not-permitted"));
  const other = await buildAssembly(world, { members: 1 });
  const order = { assemblyId: other.assemblyId, check: good };
  expect(await makeDeviceCheck(member, null, order)).toEqual(refuse("assembly-unknown"));
});

test("a repeated order is answered with its first answer", async () => {
  const member = here.members[2] as Somebody;
  const commandId = world.commandId();
  const order = { assemblyId: here.assemblyId, check: good };
  const first = await makeDeviceCheck(member, commandId, order);
  expect(await makeDeviceCheck(member, commandId, order)).toEqual(first);
});
