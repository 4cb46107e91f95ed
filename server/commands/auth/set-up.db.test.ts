import { afterEach, beforeEach, expect, test } from "vitest";
import { firstStart } from "../../auth/first-start";
import { who } from "../../auth/who";
import { type TestApp, testApp } from "../../testing/test-app";
import { setUp } from "./set-up";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const words = { organisationName: "Ville de Lyon", name: " Claire  Fontaine ", email: "Claire@Exemple.fr" } as const;
const device = { userAgent: null, replaces: null };

async function token(): Promise<string> {
  const link = await firstStart(world.app);
  return /\/fr\/setup\/([A-Za-z0-9_-]{22})$/.exec(link ?? "")?.[1] ?? "";
}

const use = (link: string, commandId = world.commandId()) =>
  setUp(world.visitor(), commandId, { ...words, token: link, locale: "fr", device });

test("the set-up link makes the first organiser and signs their device in, once", async () => {
  const link = await token();
  const commandId = world.commandId();
  const made = await use(link, commandId);
  expect(await use(link, commandId)).toEqual(made);
  if (!made.ok) throw new Error("refused");
  const signedIn = await who(world.app, `hemicycle_device=${world.app.secrets.deviceToken(made.value.deviceId)}`);
  expect(signedIn.signedIn?.name).toBe("Claire Fontaine");
  expect(signedIn.actor).toMatchObject({ kind: "person", organiserOf: [expect.any(String)] });
  expect(await use(link)).toMatchObject({ ok: false, refusal: { code: "link-used" } });
  expect(await firstStart(world.app)).toBeNull();
});

test("of two who use the link at once, one becomes the organiser", async () => {
  const link = await token();
  const answers = await Promise.all([use(link), use(link)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a new start replaces a link nobody used", async () => {
  const old = await token();
  const fresh = await token();
  expect(await use(old)).toMatchObject({ ok: false, refusal: { code: "link-unknown" } });
  expect((await use(fresh)).ok).toBe(true);
});
