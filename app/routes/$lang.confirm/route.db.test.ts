import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/app/domain/assembly/actor";
import { HOUR_MS, MINUTE_MS } from "~/app/domain/kernel/clock";
import { type DeviceId, newId, type PersonId } from "~/app/domain/kernel/ids";
import { PROOF_LIFE_MS } from "~/app/domain/people/device-life";
import { listLatestMails } from "~/db/repositories/mail";
import { challengeCookie } from "~/server/auth/challenge-cookie";
import { deviceCookie } from "~/server/auth/device-cookie";
import { who } from "~/server/auth/who";
import { addDevice } from "~/server/commands/auth/add-device";
import { askForCode } from "~/server/commands/auth/ask-for-code";
import { inviteToTeam } from "~/server/commands/team/invite-to-team";
import type { RequestContext } from "~/server/context";
import type { refusedForm } from "~/server/http/reply";
import { type BuiltAssembly, buildAssembly } from "~/server/testing/build-assembly";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { action, loader } from "./route.server";

let world: TestApp;
let built: BuiltAssembly;
let jar: Map<string, string>;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world);
  jar = new Map();
});
afterEach(() => world.dispose());

const keep = (cookie: string) => {
  const [name = "", value = ""] = (cookie.split(";", 1)[0] ?? "").split("=");
  if (value) jar.set(name, value);
  else jar.delete(name);
};
const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

/** A browser signed in as this person long enough ago to be asked again. */
async function signInLongAgo(personId: PersonId, means: "code" | "card" = "code"): Promise<DeviceId> {
  const device = { userAgent: null, replaces: null };
  const only = means === "card" ? newId<"participation">(world.random) : null;
  const id = await addDevice(world.app.stores.main, world.app, { personId, means, only, device });
  keep(deviceCookie(world.app.secrets.deviceToken(id), { secure: false }));
  world.clock.advance(PROOF_LIFE_MS + HOUR_MS);
  return id;
}

async function context(): Promise<RequestContext> {
  const { actor, signedIn } = await who(world.app, cookies());
  return {
    app: world.app,
    actor,
    signedIn,
    network: null,
    source: "local",
    requestId: "1",
    nonce: "n",
    log: world.app.log,
    setCookie: keep,
  };
}

const loadContext = async () => (await context()) as RequestContext & Record<string, unknown>;
const then = () => `/fr/assembly/${built.assemblyId}/team`;
const typed = { intent: "invite", name: "Zoé Müller", email: "zoe@example.org", role: "expert", locale: "fr" };

async function post(fields: Record<string, string>) {
  const body = new URLSearchParams({
    commandId: newId<"command">(world.random),
    "confirm-then": then(),
    "confirm-sends": "form",
    ...typed,
    ...fields,
  });
  const request = new Request("http://assembly.test/fr/confirm", {
    method: "POST",
    body,
    headers: { Cookie: cookies() },
  });
  const answer: unknown = await action({ request, context: await loadContext(), params: { lang: "fr" } });
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get("Location") };
  const { data, init } = answer as ReturnType<typeof refusedForm>;
  return { status: init?.status, ...data };
}

const lastCode = async () => {
  const [mail] = await listLatestMails(world.app.stores.main, 1);
  return { to: mail?.to, code: /(\d{3} \d{3})/.exec(mail?.body ?? "")?.[1] ?? "" };
};
const mayInvite = async () => {
  const { app, actor } = await context();
  const order = { assemblyId: built.assemblyId, role: "expert", name: "Zoé", email: null, locale: "fr" } as const;
  return (await inviteToTeam({ app, actor }, null, order)).ok;
};

test("a code to one's own address, entered here, sends on what was typed, and opens what is grave for twelve hours", async () => {
  await signInLongAgo(built.organiser.personId);
  expect(await mayInvite()).toBe(false);
  expect(await post({ "confirm-step": "ask" })).toMatchObject({
    status: 200,
    refusals: [],
    values: { ...typed, "confirm-step": "code", "confirm-then": then() },
  });
  const { to, code } = await lastCode();
  expect(to).toBe("claire@example.org");
  const wrong = await post({ "confirm-step": "code", "confirm-code": code === "000 000" ? "111111" : "000000" });
  expect(wrong).toMatchObject({ refusals: [{ code: "code-wrong", field: "confirm-code" }], values: typed });
  expect(await mayInvite()).toBe(false);
  // 307: the browser sends the same body on by itself.
  expect(await post({ "confirm-step": "code", "confirm-code": code })).toEqual({ status: 307, location: then() });
  expect(await mayInvite()).toBe(true);
  world.clock.advance(PROOF_LIFE_MS);
  expect(await mayInvite()).toBe(false);
});

test("a code sent twice is answered alike, and a code for somebody else's address proves nothing", async () => {
  await signInLongAgo(built.organiser.personId);
  await world.person("Karim", "karim@example.org");
  const other = await askForCode(world.visitor(), null, { email: "karim@example.org", locale: "fr", next: null });
  if (!other.ok) throw new Error(other.refusal.code);
  keep(challengeCookie({ ...other.value, proof: null }, world.app));
  const theirs = await post({ "confirm-step": "code", "confirm-code": (await lastCode()).code });
  expect(theirs).toMatchObject({ refusals: [{ code: "not-found" }] });
  expect(await mayInvite()).toBe(false);
  world.clock.advance(MINUTE_MS);
  await post({ "confirm-step": "ask" });
  const again = { "confirm-step": "code", "confirm-code": (await lastCode()).code, commandId: world.commandId() };
  const twice = [await post(again), await post(again)];
  expect(twice.map(({ status }) => status)).toEqual([307, 307]);
});

test("a page asked for leads back there; nowhere else is ever led to, and no form is sent elsewhere", async () => {
  await signInLongAgo(built.organiser.personId);
  await post({ "confirm-step": "ask" });
  const code = { "confirm-step": "code", "confirm-code": (await lastCode()).code };
  expect(await post({ ...code, "confirm-sends": "nothing" })).toEqual({ status: 303, location: then() });
  for (const elsewhere of ["//evil.example/x", "https://evil.example", "/de/x"]) {
    expect(await post({ ...code, "confirm-then": elsewhere })).toEqual({ status: 302, location: "/fr/home" });
  }
});

test("without an address nothing is mailed, and the page says so; a visitor signs in first", async () => {
  const nobody = await world.person("Sans courriel");
  await signInLongAgo(nobody, "card");
  const request = new Request(`http://assembly.test/fr/confirm?next=${encodeURIComponent(then())}`);
  expect(await loader({ request, context: await loadContext(), params: {} })).toEqual({ email: null, leadsTo: then() });
  expect((await post({ "confirm-step": "ask" })).status).toBe(422);
  expect(await listLatestMails(world.app.stores.main, 1)).toEqual([]);
  jar.clear();
  const refused = await loader({ request, context: await loadContext(), params: {} }).catch(
    (thrown: Response) => thrown,
  );
  expect((refused as Response).headers.get("Location")).toContain("/fr/sign-in?next=");
});

test("the actor of a request names its device", async () => {
  const id = await signInLongAgo(built.organiser.personId);
  const { actor } = (await context()) as { readonly actor: Extract<Actor, { kind: "person" }> };
  expect(actor.device).toEqual({ id, proven: false });
});
