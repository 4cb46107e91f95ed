import { afterEach, beforeEach, expect, test } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { DeviceId, PersonId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { MAILS_OF_SOURCE } from "~/app/domain/people/sign-in-code";
import { listDevices } from "~/db/repositories/device";
import { listLatestMails } from "~/db/repositories/mail";
import { findPerson } from "~/db/repositories/person";
import { type TestApp, testApp } from "../../testing/test-app";
import { addDevice } from "./add-device";
import { type AskedChallenge, askForCode } from "./ask-for-code";
import { claimAddress } from "./claim-address";
import { confirmAddress } from "./confirm-address";

const OWNED = "odette@example.org";
const FREE = "nobody@example.org";

let world: TestApp;
let odette: PersonId;
let yvonne: PersonId;
let device: DeviceId;
beforeEach(async () => {
  world = await testApp();
  odette = await world.person("Odette", OWNED);
  yvonne = await world.person("Odette");
  device = await signIn(yvonne);
});
afterEach(() => world.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}
const codeOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.refusal.code);

function signIn(personId: PersonId): Promise<DeviceId> {
  const { main } = world.app.stores;
  return addDevice(main, world.app, {
    personId,
    means: "team",
    only: null,
    device: { userAgent: null, replaces: null },
  });
}

/** The newest mail is found by its second. */
const tick = () => world.clock.advance(1_000);
const claim = async (personId: PersonId, email: string) => {
  tick();
  return claimAddress(await world.as(personId), world.commandId(), { email, locale: "fr" });
};
const confirm = async (challenge: AskedChallenge, code: string, commandId = world.commandId()) =>
  confirmAddress(await world.as(yvonne), commandId, { challenge, code, deviceId: device });
const lastCode = async (): Promise<string> => {
  const [mail] = await listLatestMails(world.app.stores.main, 1);
  return /(\d{3} \d{3})/.exec(mail?.body ?? "")?.[1] ?? "";
};

test("claims of an address that somebody has and of one that nobody has are answered alike, to the last", async () => {
  const answers = async (email: string) => {
    const heard: string[] = [];
    for (let at = 0; at < 20; at += 1) {
      const claimant = await world.person(`Claimant ${at} of ${email}`);
      heard.push(codeOf(await claim(claimant, email)));
      world.clock.advance(MINUTE_MS);
    }
    return heard;
  };
  // What the owner asks for to sign in is not told by the answers to others either.
  await askForCode(world.visitor(), world.commandId(), { email: OWNED, locale: "fr", next: null });
  const ofOwned = await answers(OWNED);
  expect(ofOwned).toEqual(await answers(FREE));
  expect(ofOwned).toContain("claims-over");
});

test("one person's claims are bounded, and stand in nobody's way to sign in", async () => {
  const asked: string[] = [];
  for (let at = 0; at < MAILS_OF_SOURCE.most + 2; at += 1) asked.push(codeOf(await claim(yvonne, OWNED)));
  expect(asked.at(-1)).toBe("claims-over");
  tick();
  value(await askForCode(world.visitor(), world.commandId(), { email: OWNED, locale: "fr", next: null }));
  const [mail] = await listLatestMails(world.app.stores.main, 1);
  expect(mail?.body).toMatch(/link\//);
  expect(await lastCode()).toMatch(/\d{3} \d{3}/);
});

test("visitors who ask for codes of an address do not keep its owner from claiming it", async () => {
  for (let at = 0; at < 30; at += 1) {
    await askForCode(world.visitor(`198.51.100.${at}`), world.commandId(), { email: OWNED, locale: "fr", next: null });
  }
  const challenge = value(await claim(yvonne, OWNED));
  value(await confirm(challenge, await lastCode()));
  expect(await findPerson(world.app.stores.main, odette)).toMatchObject({ email: OWNED });
});

test("who has proven an address proves no second one, not even by a code asked for before", async () => {
  const first = value(await claim(yvonne, FREE));
  const code = await lastCode();
  const second = value(await claim(yvonne, "other@example.org"));
  const otherCode = await lastCode();
  value(await confirm(first, code));
  expect(await confirm(second, otherCode)).toEqual(refuse("address-proven", {}, "code"));
  expect(await findPerson(world.app.stores.main, yvonne)).toMatchObject({ email: FREE });
});

test("a code sent twice to confirm an address is answered alike", async () => {
  const challenge = value(await claim(yvonne, FREE));
  const code = await lastCode();
  const commandId = world.commandId();
  const answers = [await confirm(challenge, code, commandId), await confirm(challenge, code, commandId)];
  expect(answers.map((one) => value(one).email)).toEqual([FREE, FREE]);
});

test("a code sent twice is answered alike, too, where the first made two entries one", async () => {
  const challenge = value(await claim(yvonne, OWNED));
  const code = await lastCode();
  const commandId = world.commandId();
  value(await confirm(challenge, code, commandId));
  // The device is Odette's now.
  const again = await confirmAddress(await world.as(odette), commandId, { challenge, code, deviceId: device });
  expect(value(again)).toEqual({ email: OWNED });
});

test("once joined, the device of the proof stays; the others of the entry that vanished end, and are told so", async () => {
  const other = await signIn(yvonne);
  const challenge = value(await claim(yvonne, OWNED));
  value(await confirm(challenge, await lastCode()));
  expect(world.devicesEnded).toEqual([other]);
  const signedIn = await listDevices(world.app.stores.main, { personId: odette }, world.clock.now());
  expect(signedIn.map(({ id }) => id)).toEqual([device]);
});
