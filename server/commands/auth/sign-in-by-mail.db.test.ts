import { afterEach, beforeEach, expect, test } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { Accepted, Result } from "~/app/domain/kernel/result";
import { listDevices } from "~/db/repositories/device";
import { listLatestMails } from "~/db/repositories/mail";
import { findChallenge } from "~/db/repositories/sign-in-challenge";
import { commandReceipt } from "~/db/schema/records";
import { who } from "../../auth/who";
import { type TestApp, testApp } from "../../testing/test-app";
import { type AskedChallenge, askForCode } from "./ask-for-code";
import { chooseWho } from "./choose-who";
import { enterCode } from "./enter-code";
import { followLink } from "./follow-link";
import { signOut } from "./sign-out";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const device = { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", replaces: null };

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return (result as Accepted<T>).value;
}

async function ask(email: string): Promise<AskedChallenge> {
  const asked = await askForCode(world.visitor(), world.commandId(), { email, locale: "fr", next: null });
  return value(asked);
}

/** What the last mail says. */
async function lastMail() {
  const [mail] = await listLatestMails(world.app.stores.main, 1);
  const code = /(\d{3} \d{3})/.exec(mail?.body ?? "")?.[1] ?? "";
  const token = /link\/([A-Za-z0-9_-]{22})/.exec(mail?.body ?? "")?.[1] ?? "";
  return { mail, code, token };
}

const wrong = (code: string): string => (code === "000 000" ? "111 111" : "000 000");
const enter = (challenge: AskedChallenge, code: string, commandId = world.commandId()) =>
  enterCode(world.visitor(), commandId, { challenge, code, device });
const cookie = (deviceId: string) => `hemicycle_device=${world.app.secrets.deviceToken(deviceId as never)}`;

test("the code of the mail signs the device in", async () => {
  const odette = await world.person("Odette", "odette@example.org");
  const challenge = await ask(" odette@example.ORG ");
  const { code, mail } = await lastMail();
  expect(mail).toMatchObject({ to: "odette@example.org", purpose: "sign-in", state: "waiting" });
  const entered = value(await enter(challenge, code));
  expect(entered.kind).toBe("signed-in");
  const deviceId = entered.kind === "signed-in" ? entered.deviceId : "";
  expect((await who(world.app, cookie(deviceId))).signedIn).toMatchObject({ personId: odette, name: "Odette" });
  expect(await listDevices(world.app.stores.main, { personId: odette }, world.clock.now())).toMatchObject([
    { label: "Firefox, Linux", means: "code" },
  ]);
});

test("an address nobody has is answered alike, and no mail is written", async () => {
  const challenge = await ask("nobody@example.org");
  expect(await findChallenge(world.app.stores.main, challenge.challengeId)).toBeUndefined();
  expect((await lastMail()).mail).toBeUndefined();
  const codes = [];
  for (const _ of "123456") {
    const answer = await enter(challenge, "123456");
    codes.push(answer.ok ? "ok" : answer.refusal.code);
  }
  expect(codes).toEqual([...Array(4).fill("code-wrong"), "code-tries-over", "code-tries-over"]);
});

test("of forty guesses at once five are compared, and the last of them is not answered with another try", async () => {
  await world.person("Odette", "odette@example.org");
  const challenge = await ask("odette@example.org");
  const { code } = await lastMail();
  const answers = await Promise.all(Array.from({ length: 40 }, () => enter(challenge, wrong(code))));
  const codes = answers.map((answer) => (answer.ok ? "ok" : answer.refusal.code));
  expect(
    answers
      .flatMap((answer) => (answer.ok ? [] : [answer.refusal.data?.left ?? 0]))
      .filter(Boolean)
      .sort(),
  ).toEqual([1, 2, 3, 4]);
  expect(codes.filter((one) => one === "code-wrong")).toHaveLength(4);
  expect(codes.filter((one) => one === "code-tries-over")).toHaveLength(36);
  expect(await enter(challenge, code)).toMatchObject({ ok: false, refusal: { code: "code-tries-over" } });
});

test("a code works once, for ten minutes, and its link goes with it", async () => {
  await world.person("Odette", "odette@example.org");
  const first = await ask("odette@example.org");
  const { code, token } = await lastMail();
  value(await enter(first, code));
  expect(await enter(first, code)).toMatchObject({ ok: false, refusal: { code: "code-used" } });
  const byLink = await followLink(world.visitor(), world.commandId(), { token, personId: null, device });
  expect(byLink).toMatchObject({ ok: false, refusal: { code: "mail-link-used" } });
  world.clock.advance(MINUTE_MS);
  const second = await ask("odette@example.org");
  const late = await lastMail();
  world.clock.advance(10 * MINUTE_MS);
  expect(await enter(second, late.code)).toMatchObject({ ok: false, refusal: { code: "code-expired" } });
  // Not "used": nobody else has followed it.
  const lateLink = await followLink(world.visitor(), world.commandId(), { token: late.token, personId: null, device });
  expect(lateLink).toMatchObject({ ok: false, refusal: { code: "link-expired" } });
});

test("that a code was used is told to who types it right; to others it is as wrong as another code, try after try", async () => {
  await world.person("Odette", "odette@example.org");
  const challenge = await ask("odette@example.org");
  const { code } = await lastMail();
  value(await enter(challenge, code));
  const unknown = await ask("nobody@example.org");
  const heard = async (of: AskedChallenge) => {
    const tries: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      const answer = await enter(of, wrong(code));
      tries.push(answer.ok ? "ok" : `${answer.refusal.code} ${answer.refusal.data?.left ?? ""}`);
    }
    return tries;
  };
  const ofUsed = await heard(challenge);
  expect(ofUsed.every((one) => !one.startsWith("code-used"))).toBe(true);
  // The owner's own try counts as one of the five.
  expect(ofUsed.at(-1)).toBe("code-tries-over ");
  expect((await heard(unknown)).slice(1)).toEqual(ofUsed.slice(0, 3));
});

test("a link of a mail signs in once, and its code goes with it", async () => {
  await world.person("Odette", "odette@example.org");
  const challenge = await ask("odette@example.org");
  const { code, token } = await lastMail();
  value(await followLink(world.visitor(), world.commandId(), { token, personId: null, device }));
  expect(await enter(challenge, code)).toMatchObject({ ok: false, refusal: { code: "code-used" } });
  const unknown = { token: "A".repeat(22), personId: null, device };
  expect(await followLink(world.visitor(), world.commandId(), unknown)).toMatchObject({
    ok: false,
    refusal: { code: "link-unknown" },
  });
});

test("a code sent twice is answered with the same device, but not after sign-out", async () => {
  const odette = await world.person("Odette", "odette@example.org");
  const challenge = await ask("odette@example.org");
  const { code } = await lastMail();
  const commandId = world.commandId();
  const first = value(await enter(challenge, code, commandId));
  expect(await enter(challenge, code, commandId)).toEqual({ ok: true, value: first });
  expect(await listDevices(world.app.stores.main, { personId: odette }, world.clock.now())).toHaveLength(1);
  if (first.kind !== "signed-in") throw new Error("not signed in");
  value(await signOut(await world.as(odette), world.commandId(), { deviceId: first.deviceId }));
  expect(await enter(challenge, code, commandId)).toMatchObject({ ok: false, refusal: { code: "sign-in-over" } });
  expect((await who(world.app, cookie(first.deviceId))).signedIn).toBeNull();
});

test("the id of a command alone signs nobody in: a repeat shows the same code of the same mail", async () => {
  await world.person("Odette", "odette@example.org");
  await world.person("Karim", "karim@example.org");
  const commandId = world.commandId();
  const challenge = await ask("odette@example.org");
  const { code, token } = await lastMail();
  value(await enter(challenge, code, commandId));
  const others = [null, await ask("karim@example.org"), challenge];
  for (const [at, shown] of others.entries()) {
    const typed = at === 2 ? wrong(code) : code;
    const answer = await enterCode(world.visitor(), commandId, { challenge: shown, code: typed, device });
    expect(answer.ok, String(at)).toBe(false);
  }
  const byLink = { token: "A".repeat(22), personId: null, device };
  expect(await followLink(world.visitor(), commandId, byLink)).toMatchObject({ refusal: { code: "link-unknown" } });
  expect(token).not.toBe(byLink.token);
});

test("what is kept of a sign-in does not hold the id of its command", async () => {
  await world.person("Odette", "odette@example.org");
  const commandId = world.commandId();
  const challenge = await ask("odette@example.org");
  value(await enter(challenge, (await lastMail()).code, commandId));
  const receipts = await world.app.stores.main.select().from(commandReceipt);
  expect(receipts.length).toBeGreaterThan(0);
  expect(JSON.stringify(receipts)).not.toContain(commandId);
});

test("a double click signs one device in", async () => {
  const odette = await world.person("Odette", "odette@example.org");
  const challenge = await ask("odette@example.org");
  const { code } = await lastMail();
  const commandId = world.commandId();
  const answers = await Promise.all([enter(challenge, code, commandId), enter(challenge, code, commandId)]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await listDevices(world.app.stores.main, { personId: odette }, world.clock.now())).toHaveLength(1);
});

test("a household chooses who signs in, after the code was right", async () => {
  await world.person("Odette", "famille@example.org");
  const karim = await world.person("Karim", "famille@example.org");
  const stranger = await world.person("Zoé", "zoe@example.org");
  const challenge = await ask("famille@example.org");
  const { code } = await lastMail();
  const entered = value(await enter(challenge, code));
  if (entered.kind !== "choose") throw new Error("nobody to choose");
  const { proof } = entered;
  const choose = (personId: typeof karim, shown = proof) =>
    chooseWho(world.visitor(), world.commandId(), {
      challengeId: challenge.challengeId,
      proof: shown,
      personId,
      device,
    });
  expect(await choose(karim, "A".repeat(22))).toMatchObject({ ok: false, refusal: { code: "code-expired" } });
  expect(await choose(stranger)).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  value(await choose(karim));
  expect(await listDevices(world.app.stores.main, { personId: karim }, world.clock.now())).toHaveLength(1);
  expect(await choose(karim)).toMatchObject({ ok: false, refusal: { code: "code-used" } });
});

test("one address gets eight mails an hour, however many ask at once", async () => {
  await world.person("Odette", "odette@example.org");
  const order = { email: "odette@example.org", locale: "fr", next: null } as const;
  const asked = await Promise.all(
    Array.from({ length: 20 }, () => askForCode(world.visitor(), world.commandId(), order)),
  );
  expect(asked.filter(({ ok }) => ok)).toHaveLength(8);
  expect(await listLatestMails(world.app.stores.main, 100)).toHaveLength(8);
  world.clock.advance(61 * MINUTE_MS);
  expect((await askForCode(world.visitor(), world.commandId(), order)).ok).toBe(true);
});

test("a hundred and fifty people sign in at once", async () => {
  const people = Array.from({ length: 150 }, (_, at) => `membre${at}@example.org`);
  for (const email of people) await world.person(email, email);
  const challenges = await Promise.all(people.map(ask));
  const mails = await listLatestMails(world.app.stores.main, 200);
  const codeOf = new Map(mails.map(({ to, body }) => [to, /(\d{3} \d{3})/.exec(body)?.[1] ?? ""]));
  const entered = await Promise.all(challenges.map((id, at) => enter(id, codeOf.get(people[at] ?? "") ?? "")));
  expect(entered.filter(({ ok }) => ok)).toHaveLength(150);
});

test("signing in as somebody else ends what the device was signed in as before", async () => {
  const odette = await world.person("Odette", "odette@example.org");
  await world.person("Karim", "karim@example.org");
  const first = value(await enter(await ask("odette@example.org"), (await lastMail()).code));
  if (first.kind !== "signed-in") throw new Error("not signed in");
  world.clock.advance(MINUTE_MS);
  const challenge = await ask("karim@example.org");
  const { code } = await lastMail();
  const again = { userAgent: null, replaces: { deviceId: first.deviceId, personId: odette } };
  value(await enterCode(world.visitor(), world.commandId(), { challenge, code, device: again }));
  expect(await listDevices(world.app.stores.main, { personId: odette }, world.clock.now())).toEqual([]);
});

test("nobody signs another person's device out", async () => {
  await world.person("Odette", "odette@example.org");
  const karim = await world.as(await world.person("Karim"));
  const entered = value(await enter(await ask("odette@example.org"), (await lastMail()).code));
  if (entered.kind !== "signed-in") throw new Error("not signed in");
  expect(await signOut(karim, world.commandId(), { deviceId: entered.deviceId })).toMatchObject({
    ok: false,
    refusal: { code: "not-found" },
  });
});
