import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { DeviceId, PersonId } from "~/app/domain/kernel/ids";
import { listDevices } from "~/db/repositories/device";
import { device } from "~/db/schema/people";
import { addDevice } from "../../commands/auth/add-device";
import { signOutOthers } from "../../commands/auth/sign-out-others";
import { forgetSignInsJob } from "../../jobs/forget-sign-ins-job";
import { value } from "../../testing/build-live";
import { runJob } from "../../testing/run-job";
import { type TestApp, testApp } from "../../testing/test-app";
import { myDevices } from "./my-devices";

let world: TestApp;
let odette: PersonId;
beforeAll(async () => {
  world = await testApp();
  odette = await world.person("Odette", "odette@example.org");
});
afterAll(() => world.dispose());

async function signIn(network: string | null): Promise<DeviceId> {
  world.clock.advance(DAY_MS / 4);
  const asking = { userAgent: "Mozilla/5.0 (Android 14; Mobile) Firefox/140.0", replaces: null, network };
  return addDevice(world.app.stores.main, world.app, { personId: odette, means: "code", only: null, device: asking });
}

const seenFrom = async (here: DeviceId, network: string | null) => {
  const until = world.clock.now();
  const signedIn = { deviceId: here, personId: odette, name: "Odette", locale: "fr", inPerson: true, until } as const;
  return value(await myDevices(await world.as(odette), { signedIn, network })).devices;
};

test("one's devices say when and where they were signed in; ending the others leaves this one, and nothing of their network", async () => {
  const here = await signIn("203.0.113");
  for (const network of ["203.0.113", "198.51.100", "local", null]) await signIn(network);
  const shown = await seenFrom(here, "203.0.113");
  expect(shown[0]).toMatchObject({ id: here, here: true, label: "Firefox, Android", from: { kind: "same-network" } });
  expect(shown.slice(1).map(({ from }) => from)).toEqual([
    { kind: "unknown" },
    { kind: "local" },
    { kind: "network", network: "198.51.100" },
    { kind: "same-network" },
  ]);
  const ended = await signOutOthers(await world.as(odette), world.commandId(), { deviceId: here });
  expect(value(ended)).toEqual({ ended: 4 });
  expect((await seenFrom(here, "203.0.113")).map(({ id }) => id)).toEqual([here]);
  const { main } = world.app.stores;
  const kept = await main.select({ id: device.id, network: device.network }).from(device);
  expect(kept.filter(({ network }) => network !== null)).toEqual([{ id: here, network: "203.0.113" }]);
  world.clock.advance(DAY_MS + 1);
  await runJob(forgetSignInsJob(world.app), world.app);
  expect(await main.select({ id: device.id }).from(device)).toEqual([{ id: here }]);
  expect(await listDevices(main, { personId: odette }, world.clock.now())).toHaveLength(1);
});

test("who has proven no address is told so on the page of their devices", async () => {
  const lacks = async (personId: PersonId) => {
    const signedIn = {
      deviceId: "none" as DeviceId,
      personId,
      name: "",
      locale: "fr",
      inPerson: true,
      until: new Date(0),
    } as const;
    return value(await myDevices(await world.as(personId), { signedIn, network: null })).lacksAddress;
  };
  expect(await lacks(odette)).toBe(false);
  expect(await lacks(await world.person("Yvonne"))).toBe(true);
});
