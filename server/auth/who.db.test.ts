import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "~/app/domain/kernel/clock";
import { type DeviceId, newId, type ParticipationId, type PersonId } from "~/app/domain/kernel/ids";
import { DEVICE_LIFE_MS, PROOF_LIFE_MS, TEAM_DEVICE_UNUSED_MS } from "~/app/domain/people/device-life";
import { findDevice, insertDevice } from "~/db/repositories/device";
import { addDevice, type NewDevice } from "../commands/auth/add-device";
import { giveRole } from "../commands/team/give-role";
import { type BuiltAssembly, buildAssembly } from "../testing/build-assembly";
import { type TestApp, testApp } from "../testing/test-app";
import { deviceCookie } from "./device-cookie";
import { who } from "./who";

let world: TestApp;
let built: BuiltAssembly;
let member: PersonId;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 1, facilitators: 1 });
  member = built.members[0]?.personId as PersonId;
});
afterEach(() => world.dispose());

const [http, https] = ["http://assembly.test", "https://assembly.test"];
const appAt = (baseUrl: string) => ({ ...world.app, baseUrl });
const pairOf = (setCookie: string) => setCookie.split(";", 1)[0] ?? "";
const cookieOf = (id: DeviceId, baseUrl: string) =>
  pairOf(deviceCookie(world.app.secrets.deviceToken(id), { secure: baseUrl === https }));
const ask = async (id: DeviceId, baseUrl = http) => who(appAt(baseUrl), cookieOf(id, baseUrl));

const signIn = (personId: PersonId, means: NewDevice["means"] = "code", only: ParticipationId | null = null) =>
  addDevice(world.app.stores.main, world.app, {
    personId,
    means,
    only,
    device: { userAgent: null, replaces: null },
  });

/** A device signed in by a version that knew neither the new names nor proofs. */
async function deviceOfBefore(personId: PersonId): Promise<DeviceId> {
  const id = newId<"device">(world.random);
  const now = world.clock.now();
  await insertDevice(world.app.stores.main, {
    id,
    tokenHash: world.app.secrets.tokenHash(world.app.secrets.deviceToken(id)),
    personId,
    label: "",
    means: "code",
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + DEVICE_LIFE_MS),
  });
  return id;
}

describe("under https", () => {
  test("a device is known by a __Host- cookie only, which is sent with Secure, for every path, without a domain", async () => {
    const id = await signIn(member);
    const cookie = deviceCookie(world.app.secrets.deviceToken(id), { secure: true });
    expect(cookie).toMatch(/^__Host-hemicycle_device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
    expect((await ask(id, https)).signedIn).toMatchObject({ personId: member });
    expect((await who(appAt(https), cookieOf(id, http))).signedIn).toBeNull();
    expect((await who(appAt(http), cookieOf(id, https))).signedIn).toBeNull();
  });

  test("a device of before is carried over: its old cookie is taken until it has shown the new one, then never again", async () => {
    const id = await deviceOfBefore(member);
    const old = cookieOf(id, http);
    const first = await who(appAt(https), old);
    expect(first.signedIn).toMatchObject({ deviceId: id });
    expect(first.cookies.map(pairOf)).toEqual([cookieOf(id, https), "hemicycle_device="]);
    // The answer was lost on the way: the old cookie is all the browser has.
    expect((await who(appAt(https), old)).signedIn).toMatchObject({ deviceId: id });
    expect((await who(appAt(https), `${old}; ${cookieOf(id, https)}`)).cookies).toEqual([]);
    expect((await who(appAt(https), old)).signedIn).toBeNull();
    expect((await ask(id, https)).signedIn).toMatchObject({ deviceId: id });
  });

  test("a neighbour who sets the plain name signs nobody in as somebody else", async () => {
    const [mine, theirs] = [await signIn(member), await signIn(built.organiser.personId)];
    const both = `${cookieOf(theirs, http)}; ${cookieOf(mine, https)}`;
    expect((await who(appAt(https), both)).signedIn).toMatchObject({ personId: member });
  });
});

describe("a device that is not used", () => {
  const unusedFor = async (id: DeviceId, ms: number) => {
    world.clock.advance(ms);
    return (await ask(id)).signedIn !== null;
  };

  test("ends after 30 days for whoever organises or is of the team, and stays for members", async () => {
    const facilitator = built.facilitators[0]?.personId as PersonId;
    const [ofOrganiser, ofTeam, ofMember] = [
      await signIn(built.organiser.personId),
      await signIn(facilitator),
      await signIn(member),
    ];
    expect(await unusedFor(ofOrganiser, TEAM_DEVICE_UNUSED_MS)).toBe(false);
    expect((await ask(ofTeam)).signedIn).toBeNull();
    expect((await ask(ofMember)).signedIn).not.toBeNull();
    expect(await unusedFor(ofMember, DEVICE_LIFE_MS - DAY_MS)).toBe(true);
    expect(await unusedFor(ofMember, DEVICE_LIFE_MS)).toBe(false);
  });

  test("stays as long as it is used, and each use is written with its new end", async () => {
    const id = await signIn(built.organiser.personId);
    for (let month = 0; month < 4; month += 1) expect(await unusedFor(id, TEAM_DEVICE_UNUSED_MS - DAY_MS)).toBe(true);
    const row = await findDevice(world.app.stores.main, id, world.clock.now());
    expect(row?.expiresAt.getTime()).toBe(world.clock.now().getTime() + TEAM_DEVICE_UNUSED_MS);
  });

  test("of somebody who was given a role since ends by the role of now, though nobody touched it", async () => {
    const id = await signIn(member);
    await giveRole(world.app.stores.main, world.app, {
      personId: member,
      assemblyId: built.assemblyId,
      role: "facilitator",
    });
    expect(await unusedFor(id, TEAM_DEVICE_UNUSED_MS)).toBe(false);
  });
});

describe("who somebody is", () => {
  const proven = async (id: DeviceId) => {
    const { actor } = await ask(id);
    return actor.kind === "person" && actor.device?.proven;
  };

  test("is proven by what only they could have, for twelve hours", async () => {
    for (const means of ["code", "link", "setup", "team", "invitation", "demonstration"] as const) {
      expect(await proven(await signIn(member, means)), means).toBe(true);
    }
    const id = await signIn(member);
    world.clock.advance(PROOF_LIFE_MS - 1);
    expect(await proven(id)).toBe(true);
    world.clock.advance(1);
    expect(await proven(id)).toBe(false);
  });

  test("is not proven by what others printed, read or handed over", async () => {
    const seat = newId<"participation">(world.random);
    for (const means of ["card", "desk", "letter"] as const) {
      expect(await proven(await signIn(member, means, seat)), means).toBe(false);
    }
  });

  test("is proven once for the life of the device where there is no address to ask", async () => {
    const id = await signIn(await world.person("Sans courriel"), "team");
    world.clock.advance(100 * HOUR_MS);
    expect(await proven(id)).toBe(true);
  });
});
