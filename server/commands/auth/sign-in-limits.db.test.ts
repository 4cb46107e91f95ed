import { afterEach, beforeEach, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "~/app/domain/kernel/clock";
import type { Result } from "~/app/domain/kernel/result";
import { cardCode } from "~/app/domain/people/card-code";
import { listCards } from "~/db/repositories/card";
import { listLatestMails } from "~/db/repositories/mail";
import { signInChallenge, signInLimit } from "~/db/schema/people";
import { commandReceipt, journal, mail } from "~/db/schema/records";
import { buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { type AskedChallenge, askForCode } from "./ask-for-code";
import { STRANGERS_ROWS } from "./count-asking";
import { enterCode } from "./enter-code";
import { followLink } from "./follow-link";
import { printCards } from "./print-cards";
import { useCard as signInWithCard } from "./use-card";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const device = { userAgent: null, replaces: null };
const HALL = "198.51.100.1";
const VICTIM = "odette@example.org";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}
const codeOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.refusal.code);

const ask = (email: string, source?: string) =>
  askForCode(world.visitor(source), world.commandId(), { email, locale: "fr", next: null });
const enter = (challenge: AskedChallenge, code: string) =>
  enterCode(world.visitor(), world.commandId(), { challenge, code, device });
const typeCard = (code: string, source: string) =>
  signInWithCard(world.visitor(source), world.commandId(), { by: { code }, device });

async function lastMail() {
  const [last] = await listLatestMails(world.app.stores.main, 1);
  return {
    id: last?.id,
    code: /(\d{3} \d{3})/.exec(last?.body ?? "")?.[1] ?? null,
    token: /link\/([A-Za-z0-9_-]{22})/.exec(last?.body ?? "")?.[1] ?? "",
  };
}

async function rows() {
  const { main } = world.app.stores;
  const [challenges, mails] = [await main.$count(signInChallenge), await main.$count(mail)];
  const [journalled, receipts] = [await main.$count(journal), await main.$count(commandReceipt)];
  return { challenges, mails, journalled, receipts, limits: await main.$count(signInLimit) };
}

/** Members with a card each, and the code on it. */
async function withCards(members: number) {
  const built = await buildAssembly(world, { members, phase: "learning" });
  const { assemblyId } = built;
  const participationIds = built.members.map(({ participationId }) => participationId);
  value(await printCards(built.organiser, world.commandId(), { assemblyId, participationIds }));
  const cards = await listCards(
    world.app.stores.main,
    built.members.map(({ participationId }) => participationId),
  );
  return cards.map(({ id }) => cardCode(world.app.secrets.cardBits(id)));
}

test("a stranger who types wrong codes without end keeps no card out, not even from the same address", async () => {
  const [card = ""] = await withCards(1);
  const before = await rows();
  const wrong = await Promise.all(Array.from({ length: 640 }, () => typeCard("7K3M-9X2P-QR4D", HALL)));
  const refusals = wrong.map(codeOf);
  expect(refusals.filter((code) => code === "card-code-wrong")).toHaveLength(600);
  expect(refusals.filter((code) => code === "too-many-tries")).toHaveLength(40);
  expect(await rows()).toEqual(before);
  expect(codeOf(await typeCard("7K3M-9X2P-QR4D", "203.0.113.9"))).toBe("card-code-wrong");
  expect(codeOf(await typeCard(card, HALL))).toBe("ok");
});

test("150 people behind one address sign in within a minute by card, each after two mistakes", async () => {
  const cards = await withCards(150);
  for (const _ of [1, 2]) {
    const wrong = await Promise.all(
      cards.map((code) => typeCard(`${code.slice(0, -1)}${code.endsWith("Z") ? "Y" : "Z"}`, HALL)),
    );
    expect(new Set(wrong.map(codeOf))).toEqual(new Set(["card-code-wrong"]));
  }
  const entered = await Promise.all(cards.map((code) => typeCard(code, HALL)));
  expect(entered.filter(({ ok }) => ok)).toHaveLength(150);
});

test("150 people behind one address sign in within a minute by mail", async () => {
  const people = Array.from({ length: 150 }, (_, at) => `membre${at}@example.org`);
  for (const email of people) await world.person(email, email);
  const asked = await Promise.all(people.map((email) => ask(email, HALL)));
  const mails = await listLatestMails(world.app.stores.main, 200);
  const codes = new Map(mails.map(({ to, body }) => [to, /(\d{3} \d{3})/.exec(body)?.[1] ?? ""]));
  const entered = await Promise.all(asked.map((one) => enter(value(one), codes.get(value(one).email) ?? "")));
  expect(entered.filter(({ ok }) => ok)).toHaveLength(150);
});

test("addresses that nobody has leave nothing, however many are asked and guessed", async () => {
  const before = await rows();
  for (let at = 0; at < 300; at++) {
    const asked = value(await ask(`nobody${at}@example.org`, `203.0.113.${at % 250}`));
    expect(codeOf(await enter(asked, "123456"))).toBe("code-wrong");
  }
  const { limits, ...others } = await rows();
  expect({ ...others, limits: 0 }).toEqual(before);
  expect(limits).toBeLessThanOrEqual(STRANGERS_ROWS);
});

test("a known address is answered as an unknown one, asking after asking and try after try", async () => {
  await world.person("Odette", VICTIM);
  const told = async (email: string, source: string) => {
    const answers: unknown[] = [];
    for (let times = 0; times < 12; times++) answers.push(codeOf(await ask(email, source)));
    const asked = value(await ask(email, `${source}1`));
    const guess = (await lastMail()).code === "000 000" ? "111111" : "000000";
    for (let times = 0; times < 7; times++) answers.push(await enter(asked, guess));
    world.clock.advance(10 * MINUTE_MS);
    answers.push(await enter(asked, guess));
    return answers;
  };
  const known = await told(VICTIM, "198.51.100.2");
  expect(await told("nobody@example.org", "198.51.100.3")).toEqual(known);
  expect(known.slice(0, 12)).toEqual([...Array(8).fill("ok"), ...Array(4).fill("too-many-mails")]);
  expect(known.at(-1)).toMatchObject({ refusal: { code: "code-expired" } });
});

test("asked again by the same form when the first mail is over, a known address is answered as an unknown one", async () => {
  await world.person("Odette", VICTIM);
  const heard = async (email: string): Promise<string[]> => {
    const commandId = world.commandId();
    const asked = () => askForCode(world.visitor(), commandId, { email, locale: "fr", next: null });
    const tryOnce = async (challenge: AskedChallenge): Promise<string> => {
      const answer = await enter(challenge, "000000");
      return answer.ok ? "ok" : `${answer.refusal.code} ${answer.refusal.data?.left ?? ""}`;
    };
    const tries = [await tryOnce(value(await asked()))];
    world.clock.advance(10 * MINUTE_MS);
    const again = value(await asked());
    for (let at = 0; at < 6; at += 1) tries.push(await tryOnce(again));
    return tries;
  };
  const [known, unknown] = [await heard(VICTIM), await heard("nobody@example.org")];
  expect(known).toEqual(unknown);
  expect(known).not.toContain("code-expired ");
});

test("past the bound of an address, too, the answers tell nothing", async () => {
  await world.person("Odette", VICTIM);
  const told = async (email: string) => {
    const asked = await Promise.all(Array.from({ length: 40 }, (_, at) => ask(email, `203.0.113.${at}`)));
    const last = value(await ask(email, HALL));
    return [...asked.map(codeOf), codeOf(await enter(last, "000000")), codeOf(await enter(last, "000001"))];
  };
  const known = await told(VICTIM);
  expect(known).toEqual(await told("nobody@example.org"));
  expect((await rows()).mails).toBe(16);
});

test("strangers who ask for somebody's address from everywhere, for hours, never keep them out", async () => {
  await world.person("Odette", VICTIM);
  let source = 0;
  for (let minute = 0; minute < 180; minute++) {
    for (let each = 0; each < 4; each++) await ask(VICTIM, `stranger ${source++}`);
    if (minute % 20 === 19) {
      await ask(VICTIM, HALL);
      const { token } = await lastMail();
      const entered = await followLink(world.visitor(HALL), world.commandId(), { token, personId: null, device });
      expect([minute, codeOf(entered)]).toEqual([minute, "ok"]);
    }
    world.clock.advance(MINUTE_MS);
  }
  // 16 in each hour and one in three minutes, and those that Odette used.
  expect((await rows()).mails).toBeLessThanOrEqual(3 * (16 + 20) + 9);
});

test("a stranger at one address leaves its owner their codes; many strangers leave at least the link", async () => {
  await world.person("Odette", VICTIM);
  const codes: (string | null)[] = [];
  for (let times = 0; times < 8; times++) {
    value(await ask(VICTIM, "203.0.113.66"));
    codes.push((await lastMail()).code);
    world.clock.advance(HOUR_MS / 4);
  }
  expect(codes.map((code) => code !== null)).toEqual([...Array(4).fill(true), ...Array(4).fill(false)]);
  const own = value(await ask(VICTIM, HALL));
  const { code } = await lastMail();
  expect(codeOf(await enter(own, code ?? ""))).toBe("ok");
  for (let times = 0; times < 20; times++) {
    value(await ask(VICTIM, `stranger ${times}`));
    codes.push((await lastMail()).code);
    world.clock.advance(HOUR_MS / 4);
  }
  expect(codes.filter((one) => one !== null)).toHaveLength(12);
  await ask(VICTIM, HALL);
  const last = await lastMail();
  expect(last.code).toBeNull();
  const byLink = { token: last.token, personId: null, device };
  expect(codeOf(await followLink(world.visitor(HALL), world.commandId(), byLink))).toBe("ok");
});

test("the same form sent twice is one mail", async () => {
  await world.person("Odette", VICTIM);
  const [commandId, order] = [world.commandId(), { email: VICTIM, locale: "fr", next: null } as const];
  const [one, two] = await Promise.all([
    askForCode(world.visitor(), commandId, order),
    askForCode(world.visitor(), commandId, order),
  ]);
  expect(one).toEqual(two);
  expect((await rows()).mails).toBe(1);
});
