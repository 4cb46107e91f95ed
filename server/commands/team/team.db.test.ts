import { afterEach, beforeEach, expect, test } from "vitest";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { listDevices } from "~/db/repositories/device";
import { listLatestMails } from "~/db/repositories/mail";
import { findPeopleByEmail, findPerson } from "~/db/repositories/person";
import type { Caller } from "../../context";
import { teamLinkPage } from "../../queries/team/team-link-page";
import { teamPage } from "../../queries/team/team-page";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { confirmAddress } from "../auth/confirm-address";
import { acceptTeamLink } from "./accept-team-link";
import { type InviteToTeam, inviteToTeam } from "./invite-to-team";
import { removeFromTeam } from "./remove-from-team";
import { revokeTeamLink } from "./revoke-team-link";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 1, facilitators: 1 });
});
afterEach(() => world.dispose());

const device = { userAgent: null, replaces: null };
const nobodyYet = { personId: null, name: "Yvonne", email: null };

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

async function invite(order: Partial<InviteToTeam> = {}) {
  const { assemblyId, organiser } = built;
  const asked = { assemblyId, role: "expert", name: "Yvonne", email: null, locale: "fr", ...order } as const;
  const { linkId, mailed } = value(await inviteToTeam(organiser, world.commandId(), asked));
  return { linkId, mailed, token: world.app.secrets.linkToken("team", linkId) };
}

interface Taking {
  readonly caller?: Caller;
  readonly newcomer?: Parameters<typeof acceptTeamLink>[2]["newcomer"];
  readonly commandId?: CommandId;
}
const take = (token: string, { caller = world.visitor(), newcomer = nobodyYet, commandId }: Taking = {}) =>
  acceptTeamLink(caller, commandId ?? world.commandId(), { token, locale: "fr", newcomer, device });

const people = async () =>
  value(await teamPage(built.organiser, { assemblyId: built.assemblyId })).people.map(
    ({ name, role }) => `${name}: ${role}`,
  );

test("a link lets somebody new join the team and signs them in", async () => {
  const { token, mailed } = await invite();
  expect(mailed).toBe(false);
  const joined = value(await take(token));
  expect(joined.deviceId).not.toBeNull();
  expect(await people()).toContain("Yvonne: expert");
  expect(await take(token)).toMatchObject({ ok: false, refusal: { code: "link-used" } });
});

test("looking at a link changes nothing", async () => {
  const { token } = await invite();
  const shown = value(await teamLinkPage(world.visitor(), { token }));
  expect(shown).toMatchObject({ role: "expert", forName: "Yvonne", known: [] });
  expect((await take(token)).ok).toBe(true);
});

test("an address gets the link by mail, and those known under it may take it up as themselves", async () => {
  const yvonne = await world.person("Yvonne Petit", "yvonne@example.org");
  const { token, mailed } = await invite({ email: " Yvonne@Example.org " });
  expect(mailed).toBe(true);
  const [mail] = await listLatestMails(world.app.stores.main, 1);
  expect(mail).toMatchObject({ to: "yvonne@example.org", purpose: "team" });
  expect(mail?.body).toContain(token);
  const known = { personId: yvonne, name: null, email: null };
  value(await take(token, { newcomer: known }));
  expect(await people()).toContain("Yvonne Petit: expert");
});

test("a link proves nothing about an address somebody types: it is theirs once they enter the code mailed there", async () => {
  const odette = await world.person("Odette", "odette@example.org");
  const { main } = world.app.stores;
  const { token } = await invite();
  const as = { personId: odette, name: null, email: null };
  expect(await take(token, { newcomer: as })).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  const typed = { personId: null, name: "Yvonne", email: "odette@example.org" };
  const joined = value(await take(token, { newcomer: typed }));
  expect(await findPerson(main, joined.personId)).toMatchObject({ email: null, emailProvenAt: null });
  const [mail] = await listLatestMails(main, 1);
  expect(mail).toMatchObject({ to: "odette@example.org" });
  expect(mail?.body).not.toContain("/link/");
  const code = /\d{3} \d{3}/.exec(mail?.body ?? "")?.[0] ?? "";
  const order = { challenge: joined.challenge, code, deviceId: joined.deviceId ?? ("" as never) };
  const stranger = await world.as(await world.person("Somebody"));
  expect(await confirmAddress(stranger, world.commandId(), order)).toMatchObject({ refusal: { code: "code-expired" } });
  value(await confirmAddress(await world.as(joined.personId), world.commandId(), order));
  expect(await findPerson(main, joined.personId)).toMatchObject({ email: "odette@example.org" });
  expect(await people()).toContain("Yvonne: expert");
});

test("who proves an address under which they are known by the same name is that person, on the device they used", async () => {
  const odette = await world.person("Odette", "odette@example.org");
  const { main } = world.app.stores;
  const { token } = await invite();
  const joined = value(
    await take(token, { newcomer: { personId: null, name: "ODETTE", email: "odette@example.org" } }),
  );
  const [mail] = await listLatestMails(main, 1);
  const code = /\d{3} \d{3}/.exec(mail?.body ?? "")?.[0] ?? "";
  const deviceId = joined.deviceId ?? ("" as never);
  const order = { challenge: joined.challenge, code, deviceId };
  value(await confirmAddress(await world.as(joined.personId), world.commandId(), order));
  expect(await people()).toContain("Odette: expert");
  expect((await listDevices(main, { personId: odette }, world.clock.now())).map(({ id }) => id)).toEqual([deviceId]);
  expect(await findPeopleByEmail(main, "odette@example.org")).toHaveLength(1);
});

test("who is signed in takes a link up as themselves", async () => {
  const odette = await world.person("Odette", "odette@example.org");
  const { token } = await invite();
  const joined = value(await take(token, { caller: await world.as(odette) }));
  expect(joined.deviceId).toBeNull();
  expect(await people()).toContain("Odette: expert");
});

test("a link is used once when the form is sent twice, and by one of two who hold it", async () => {
  const { token } = await invite();
  const commandId = world.commandId();
  const first = value(await take(token, { commandId }));
  expect(await take(token, { commandId })).toEqual({ ok: true, value: first });
  const other = await invite();
  const answers = await Promise.all([take(other.token), take(other.token)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a revoked, an expired and an unknown link are refused by name", async () => {
  const { assemblyId, organiser } = built;
  const revoked = await invite();
  value(await revokeTeamLink(organiser, world.commandId(), { assemblyId, linkId: revoked.linkId }));
  expect(await take(revoked.token)).toMatchObject({ ok: false, refusal: { code: "link-revoked" } });
  const expired = await invite();
  world.clock.advance(14 * DAY_MS);
  expect(await take(expired.token)).toMatchObject({ ok: false, refusal: { code: "link-expired" } });
  expect(await take("A".repeat(22))).toMatchObject({ ok: false, refusal: { code: "link-unknown" } });
});

test("organisers of another assembly neither invite, see, revoke nor remove here", async () => {
  const other = await buildAssembly(world);
  const { assemblyId } = built;
  const { linkId } = await invite();
  const asked = { assemblyId, role: "expert", name: "X", email: null, locale: "fr" } as const;
  const [facilitator] = built.facilitators;
  if (!facilitator) throw new Error("nobody");
  const { participationId } = facilitator;
  const answers = [
    await inviteToTeam(other.organiser, world.commandId(), asked),
    await teamPage(other.organiser, { assemblyId }),
    await revokeTeamLink(other.organiser, world.commandId(), { assemblyId, linkId }),
    await removeFromTeam(other.organiser, world.commandId(), { assemblyId, participationId }),
  ];
  expect(answers.map((answer) => !answer.ok && answer.refusal.code)).toEqual(Array(4).fill("assembly-unknown"));
  const own = { assemblyId: other.assemblyId, linkId };
  expect((await revokeTeamLink(other.organiser, world.commandId(), own)).ok).toBe(false);
  expect((await inviteToTeam(facilitator, world.commandId(), asked)).ok).toBe(false);
  expect((await inviteToTeam(world.visitor(), world.commandId(), asked)).ok).toBe(false);
});

test("a role is removed at once and may be given again; members and the last organiser stay", async () => {
  const { assemblyId, organiser } = built;
  const [facilitator, member] = [built.facilitators[0], built.members[0]];
  const own = organiser.actor.kind === "person" ? organiser.actor.participations[0] : undefined;
  if (!facilitator || !member || !own) throw new Error("nobody");
  const remove = (participationId: typeof own.participationId) =>
    removeFromTeam(organiser, world.commandId(), { assemblyId, participationId });
  value(await remove(facilitator.participationId));
  expect(world.rightsChanged.at(-1)).toBe(facilitator.personId);
  expect((await world.as(facilitator.personId)).actor).toMatchObject({ participations: [] });
  expect(await remove(member.participationId)).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  expect(await remove(own.participationId)).toMatchObject({ ok: false, refusal: { code: "last-organiser" } });
  const { token } = await invite({ role: "facilitator" });
  value(await take(token, { caller: await world.as(facilitator.personId) }));
  expect(await people()).toContain("Animation 1: facilitator");
});

test("of two organisers who remove each other at once, one stays", async () => {
  const { assemblyId, organiser } = built;
  const second = await built.join("organiser", "Bruno");
  const own = organiser.actor.kind === "person" ? organiser.actor.participations[0] : undefined;
  if (!own) throw new Error("nobody");
  const answers = await Promise.all([
    removeFromTeam(organiser, world.commandId(), { assemblyId, participationId: second.participationId }),
    removeFromTeam(second, world.commandId(), { assemblyId, participationId: own.participationId }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
