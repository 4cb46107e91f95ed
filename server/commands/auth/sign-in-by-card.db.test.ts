import { afterEach, beforeEach, expect, test } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { type DeviceId, newId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { cardCode, OLD_CARD_CODE_LENGTH, printedCardCode } from "~/app/domain/people/card-code";
import { listCards } from "~/db/repositories/card";
import { listDevices } from "~/db/repositories/device";
import { listJournal } from "~/db/repositories/journal";
import { endRole } from "~/db/repositories/team-role";
import { signInCard } from "~/db/schema/people";
import { lostCard } from "../../auth/lost-card";
import { who } from "../../auth/who";
import { myDevices } from "../../queries/auth/my-devices";
import { memberCards } from "../../queries/team/member-cards";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { giveRole } from "../team/give-role";
import { addDevice } from "./add-device";
import { printCards } from "./print-cards";
import { signedInAtDesk, signInAtDesk } from "./sign-in-at-desk";
import { signOut } from "./sign-out";
import { useCard as signInWithCard } from "./use-card";

let world: TestApp;
let built: BuiltAssembly;
let odette: Somebody;
let karim: Somebody;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 2, facilitators: 1, phase: "learning" });
  [odette, karim] = built.members as [Somebody, Somebody];
});
afterEach(() => world.dispose());

const device = { userAgent: null, replaces: null };
const { stringify } = JSON;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

const print = (...members: Somebody[]) =>
  printCards(built.organiser, world.commandId(), {
    assemblyId: built.assemblyId,
    participationIds: members.map(({ participationId }) => participationId),
  });

async function cardOf({ participationId }: Somebody) {
  const [card] = await listCards(world.app.stores.main, [participationId]);
  if (!card) throw new Error("no card");
  const { secrets } = world.app;
  return { code: cardCode(secrets.cardBits(card.id)), token: secrets.linkToken("card", card.id) };
}

const enter = (by: { code: string } | { token: string }, commandId = world.commandId()) =>
  signInWithCard(world.visitor(), commandId, { by, device });

test("a printed card signs in by its code and by its picture, as often as needed", async () => {
  value(await print(odette));
  const { code, token } = await cardOf(odette);
  value(await enter({ code: `${code.slice(0, 5).toLowerCase()}-${code.slice(5)}` }));
  value(await enter({ token }));
  const devices = await listDevices(world.app.stores.main, odette, world.clock.now());
  expect(devices.map(({ means }) => means)).toEqual(["card", "card"]);
});

test("a card printed anew revokes the one before", async () => {
  value(await print(odette));
  const old = await cardOf(odette);
  value(await print(odette));
  expect(await enter({ code: old.code })).toMatchObject({ ok: false, refusal: { code: "card-revoked" } });
  expect(await enter({ token: old.token })).toMatchObject({ ok: false, refusal: { code: "card-revoked" } });
  expect((await enter({ code: (await cardOf(odette)).code })).ok).toBe(true);
});

test("a card printed anew signs out who came in with the one before, and nobody else", async () => {
  value(await print(odette, karim));
  const lost = value(await enter({ code: (await cardOf(odette)).code })).deviceId;
  const neighbour = value(await enter({ code: (await cardOf(karim)).code })).deviceId;
  const { main } = world.app.stores;
  const { personId } = odette;
  const own = await addDevice(main, world.app, { personId, means: "code", only: null, device });
  const desk = await addDevice(main, world.app, { personId, means: "desk", only: odette.participationId, device });
  value(await print(odette));
  expect(world.devicesEnded).toEqual([lost]);
  const left = async (of: Somebody) => (await listDevices(main, of, world.clock.now())).map(({ id }) => id);
  expect(new Set(await left(odette))).toEqual(new Set([own, desk]));
  expect(await left(karim)).toEqual([neighbour]);
  const cookieOf = (id: DeviceId) => `hemicycle_device=${world.app.secrets.deviceToken(id)}`;
  // The page to sign in tells them of the new card, and nobody else.
  expect(await Promise.all([lost, own, neighbour].map((id) => lostCard(world.app, cookieOf(id))))).toEqual([
    true,
    false,
    false,
  ]);
});

test("the id of a command, and another card, are not answered with the device of whoever sent it", async () => {
  value(await print(odette, karim));
  const commandId = world.commandId();
  const theirs = value(await enter({ code: (await cardOf(odette)).code }, commandId)).deviceId;
  expect(value(await enter({ code: (await cardOf(odette)).code }, commandId)).deviceId).toBe(theirs);
  const other = value(await enter({ code: (await cardOf(karim)).code }, commandId)).deviceId;
  expect(other).not.toBe(theirs);
  expect((await listDevices(world.app.stores.main, karim, world.clock.now())).map(({ id }) => id)).toEqual([other]);
});

test("a card is printed once when the form is sent twice", async () => {
  const commandId = world.commandId();
  const order = { assemblyId: built.assemblyId, participationIds: [odette.participationId] };
  value(await printCards(built.organiser, commandId, order));
  const first = await cardOf(odette);
  value(await printCards(built.organiser, commandId, order));
  expect(await cardOf(odette)).toEqual(first);
});

test("a code that is no card's is refused, past so many tries of one address in other words", async () => {
  expect(await enter({ code: "7K3M9-X2PQR" })).toMatchObject({ ok: false, refusal: { code: "card-code-wrong" } });
  expect(await enter({ code: "too short" })).toMatchObject({ ok: false, refusal: { code: "card-code-wrong" } });
  const tries = await Promise.all(Array.from({ length: 610 }, () => enter({ code: "7K3M9-X2PQR" })));
  expect(tries.filter((one) => !one.ok && one.refusal.code === "too-many-tries")).toHaveLength(11);
  world.clock.advance(2 * MINUTE_MS);
  expect(await enter({ code: "7K3M9-X2PQR" })).toMatchObject({ ok: false, refusal: { code: "card-code-wrong" } });
});

test("a card printed when codes were shorter still opens, and is shown with its own code", async () => {
  value(await print(odette));
  const { main } = world.app.stores;
  const old = (await cardOf(odette)).code.slice(0, OLD_CARD_CODE_LENGTH);
  await main.update(signInCard).set({ codeHash: world.app.secrets.keyedHash("card-code", old) });
  value(await enter({ code: old }));
  const shown = value(await memberCards(built.organiser, { assemblyId: built.assemblyId, locale: "fr", only: null }));
  expect(shown.cards).toMatchObject([{ code: printedCardCode(old) }]);
});

test("only organisers print cards, and only for members of their assembly", async () => {
  const other = await buildAssembly(world, { members: 1 });
  const [facilitator] = built.facilitators;
  const stranger = other.members[0];
  if (!facilitator || !stranger) throw new Error("nobody");
  const order = { assemblyId: built.assemblyId, participationIds: [odette.participationId] };
  expect(await printCards(facilitator, world.commandId(), order)).toMatchObject({
    ok: false,
    refusal: { code: "role-not-permitted" },
  });
  expect(await printCards(stranger, world.commandId(), order)).toMatchObject({
    ok: false,
    refusal: { code: "assembly-unknown" },
  });
  expect(await print(stranger)).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  expect(await print(facilitator)).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  expect(await print()).toMatchObject({ ok: false, refusal: { code: "nobody-chosen" } });
});

test("a card opens its seat and nothing else, whatever role its person is given", async () => {
  const { personId, participationId } = odette;
  const elsewhere = await buildAssembly(world, {});
  await giveRole(world.app.stores.main, world.app, { personId, assemblyId: built.assemblyId, role: "organiser" });
  await giveRole(world.app.stores.main, world.app, { personId, assemblyId: elsewhere.assemblyId, role: "guarantor" });
  value(await print(odette));
  const { deviceId } = value(await enter({ code: (await cardOf(odette)).code }));
  const { actor } = await who(world.app, `hemicycle_device=${world.app.secrets.deviceToken(deviceId)}`);
  expect(actor).toMatchObject({ personId, only: participationId, organiserOf: [] });
  expect(actor.kind === "person" && actor.participations).toEqual([
    { participationId, assemblyId: built.assemblyId, role: "member" },
  ]);
});

test("a card opens nothing once its seat was given up", async () => {
  value(await print(odette));
  const { code } = await cardOf(odette);
  await endRole(world.app.stores.main, odette.participationId, world.clock.now());
  expect(await enter({ code })).toMatchObject({ ok: false, refusal: { code: "card-revoked" } });
});

test("from a device that opens one seat, no other device of the person is seen or signed out", async () => {
  const { main } = world.app.stores;
  const own = { personId: odette.personId, means: "code", only: null, device } as const;
  const atHome = await addDevice(main, world.app, own);
  value(await print(odette));
  const { deviceId } = value(await enter({ code: (await cardOf(odette)).code }));
  const asked = await who(world.app, `hemicycle_device=${world.app.secrets.deviceToken(deviceId)}`);
  const caller = { app: world.app, actor: asked.actor };
  expect(
    value(await myDevices(caller, { signedIn: asked.signedIn, network: null })).devices.map(({ id }) => id),
  ).toEqual([deviceId]);
  expect(await signOut(caller, world.commandId(), { deviceId: atHome })).toMatchObject({
    ok: false,
    refusal: { code: "not-found" },
  });
  expect(await signOut(caller, world.commandId(), { deviceId })).toMatchObject({ ok: true });
});

test("the cards to print carry name, seat, code and link", async () => {
  value(await print(odette, karim));
  const only = [karim.participationId];
  const shown = value(await memberCards(built.organiser, { assemblyId: built.assemblyId, locale: "fr", only }));
  const { token, code } = await cardOf(karim);
  expect(shown.cards).toMatchObject([
    { name: karim.name, seat: 2, code: printedCardCode(code), link: expect.stringContaining(token) },
  ]);
  expect((await memberCards(odette, { assemblyId: built.assemblyId, locale: "fr", only: null })).ok).toBe(false);
});

async function atDesk(role: "technical-assistant" | "facilitator") {
  const helper = await built.join(role);
  const tablet = { personId: helper.personId, means: "code", only: null, device } as const;
  const deskDeviceId = await addDevice(world.app.stores.main, world.app, tablet);
  return { helper, deskDeviceId };
}

test("at the desk a borrowed device is handed over to a member, and the helper is signed out of it", async () => {
  const { helper, deskDeviceId } = await atDesk("technical-assistant");
  const order = { assemblyId: built.assemblyId, participationId: odette.participationId, deskDeviceId };
  const commandId = world.commandId();
  const first = value(await signInAtDesk(helper, commandId, { ...order, userAgent: null }));
  expect(value(await signInAtDesk(helper, commandId, { ...order, userAgent: null }))).toEqual(first);
  expect(value(await signedInAtDesk(world.visitor(), commandId, deskDeviceId))).toEqual(first);
  expect(await signedInAtDesk(world.visitor(), world.commandId(), deskDeviceId)).toEqual(refuse("sign-in-needed"));
  // Who knows the command alone, and does not show the device's cookie, is nobody.
  for (const other of [null, newId<"device">(world.random)]) {
    expect(await signedInAtDesk(world.visitor(), commandId, other)).toEqual(refuse("sign-in-needed"));
  }
  expect(world.devicesEnded).toEqual([deskDeviceId]);
  const { main } = world.app.stores;
  expect(await listDevices(main, helper, world.clock.now())).toEqual([]);
  expect(await listDevices(main, odette, world.clock.now())).toMatchObject([{ means: "desk" }]);
  const [entry] = await listJournal(main, { assemblyId: built.assemblyId, limit: 1, offset: 0 });
  expect(entry).toMatchObject({ action: "device.sign-in-at-desk", actorId: helper.personId });
  expect(stringify(entry)).not.toContain("@");
});

test("the desk signs nobody in who holds another role, and facilitators hand nothing over", async () => {
  const { helper, deskDeviceId } = await atDesk("technical-assistant");
  const guarantor = await built.join("guarantor");
  const order = { assemblyId: built.assemblyId, deskDeviceId, userAgent: null };
  const asGuarantor = { ...order, participationId: guarantor.participationId };
  expect(await signInAtDesk(helper, world.commandId(), asGuarantor)).toMatchObject({
    ok: false,
    refusal: { code: "not-found" },
  });
  const facilitator = await atDesk("facilitator");
  const asOdette = { ...order, participationId: odette.participationId, deskDeviceId: facilitator.deskDeviceId };
  expect(await signInAtDesk(facilitator.helper, world.commandId(), asOdette)).toMatchObject({
    ok: false,
    refusal: { code: "role-not-permitted" },
  });
});
