import { afterEach, beforeEach, expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "~/app/domain/kernel/clock";
import type { Result } from "~/app/domain/kernel/result";
import { type InvitedRow, listInvited } from "~/db/repositories/invitation";
import { listJournal } from "~/db/repositories/journal";
import { listLatestMails } from "~/db/repositories/mail";
import type { App, Caller } from "../../context";
import { keepMailsJob, mailJob } from "../../jobs/mail-job";
import type { Mailer } from "../../mail/mailer-port";
import { smtpMailer } from "../../mail/smtp-mailer";
import { desk } from "../../queries/desk/desk";
import { mailsPage } from "../../queries/mail/mails-page";
import { invitationAnswer } from "../../queries/recruit/invitation-answer";
import { invitationsPage } from "../../queries/recruit/invitations-page";
import { teamLinkPage } from "../../queries/team/team-link-page";
import { teamPage } from "../../queries/team/team-page";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { buildDrawn } from "../../testing/build-recruitment";
import { runJob } from "../../testing/run-job";
import { type TestApp, testApp } from "../../testing/test-app";
import { type TestMailServer, testMailServer } from "../../testing/test-mail-server";
import { recordAnswer } from "../recruit/record-answer";
import { resendInvitation } from "../recruit/resend-invitation";
import { sendInvitations } from "../recruit/send-invitations";
import { inviteToTeam } from "../team/invite-to-team";
import { resendTeamLink } from "../team/resend-team-link";
import { revokeTeamLink } from "../team/revoke-team-link";
import { settleKeptMails } from "./settle-kept-mails";

let world: TestApp;
let server: TestMailServer;
let mailer: Mailer;
const gone = new Set<string>();
beforeEach(async () => {
  world = await testApp();
  gone.clear();
  server = await testMailServer({
    answerTo: (to) => (gone.has(to) ? { code: 550, text: `5.1.1 <${to}> no such user` } : null),
  });
  mailer = smtpMailer({ smtpUrl: server.url, from: "Hemicycle <no-reply@assembly.test>" });
});
afterEach(async () => {
  mailer.close();
  await server.close();
  await world.dispose();
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}
const codeOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.refusal.code);

/** The installation once SMTP_URL is set. */
const sending = (): App => ({ ...world.app, config: { ...world.app.config, smtpUrl: server.url } });
const withServer = (caller: Caller): Caller => ({ ...caller, app: sending() });
const withoutServer = (caller: Caller): Caller => ({
  ...caller,
  app: { ...world.app, config: { ...world.app.config, smtpUrl: null } },
});
const sendAll = () => runJob(mailJob(world.app, mailer), world.app);
const bodyTo = async (address: string): Promise<string> =>
  (await listLatestMails(world.app.stores.main, 100)).find(({ to }) => to === address)?.body ?? "";
const tokenIn = (body: string): string => /\/(?:team-link|invitation)\/([A-Za-z0-9_-]{22})/.exec(body)?.[1] ?? "";

async function inviteYvonne({ organiser, assemblyId }: BuiltAssembly, email = "yvone@example.org") {
  const asked = { assemblyId, role: "expert", name: "Yvonne", email, locale: "fr" } as const;
  return value(await inviteToTeam(organiser, world.commandId(), asked)).linkId;
}

async function sendTo(built: BuiltAssembly) {
  const { organiser, assemblyId } = built;
  const deadlineMs = world.clock.now().getTime() + 10 * DAY_MS;
  value(await sendInvitations(organiser, world.commandId(), { assemblyId, deadlineMs, locale: "fr", to: "prepared" }));
  const invited = (await listInvited(world.app.stores.main, assemblyId)).filter(({ email }) => email);
  const [first, second] = invited;
  if (!first?.email || !second?.email) throw new Error("nobody has an address");
  return { first: { ...first, email: first.email }, second: { ...second, email: second.email } };
}

const opens = (token: string) => invitationAnswer(world.visitor(), { token });

test("a team mail refused for good is said beside the person, in the list, at the desk and in the journal", async () => {
  const built = await buildAssembly(world);
  const { organiser, assemblyId } = built;
  const linkId = await inviteYvonne(built);
  const mailOf = async () =>
    value(await teamPage(organiser, { assemblyId })).links.find(({ id }) => id === linkId)?.mail;
  expect(await mailOf()).toEqual({ kind: "waiting" });
  gone.add("yvone@example.org");
  world.clock.advance(MINUTE_MS);
  await sendAll();
  const fate = { kind: "refused", trouble: "address-unknown", answer: "550 5.1.1" };
  expect(await mailOf()).toEqual(fate);
  const page = value(await mailsPage(organiser, { assemblyId }));
  expect(page.troubled).toEqual([
    { kind: "team", id: linkId, name: "Yvonne", role: "expert", to: "yvone@example.org", fate },
  ]);
  const { waits } = value(await desk(organiser, { assemblyId }));
  expect(waits).toContainEqual({ code: "mails-refused", count: 1 });
  const [entry] = await listJournal(world.app.stores.main, { assemblyId, limit: 1, offset: 0 });
  expect(entry).toMatchObject({ action: "mail.refused", actorKind: "system", subjectId: linkId });
  expect(JSON.stringify(entry)).not.toContain("@");
});

test("a team link sent to another address is another link, and the one mailed before ends", async () => {
  const built = await buildAssembly(world);
  const { organiser, assemblyId } = built;
  const linkId = await inviteYvonne(built);
  const oldToken = tokenIn(await bodyTo("yvone@example.org"));
  gone.add("yvone@example.org");
  await sendAll();
  const again = { assemblyId, linkId, email: " Yvonne@Example.org ", locale: "en" } as const;
  const made = value(await resendTeamLink(organiser, world.commandId(), again));
  expect(made.linkId).not.toBe(linkId);
  const body = await bodyTo("yvonne@example.org");
  expect(body).toContain("Bonjour Yvonne");
  expect(tokenIn(body)).not.toBe(oldToken);
  expect(codeOf(await teamLinkPage(world.visitor(), { token: oldToken }))).toBe("link-revoked");
  expect(value(await teamLinkPage(world.visitor(), { token: tokenIn(body) })).forEmail).toBe("yvonne@example.org");
  await sendAll();
  expect(server.received).toEqual(["yvonne@example.org"]);
  expect(value(await mailsPage(organiser, { assemblyId })).troubled).toEqual([]);
  expect(codeOf(await resendTeamLink(organiser, world.commandId(), again))).toBe("link-used");
});

test("a team link sent again to the same address is the same link, or a new one once it is over", async () => {
  const built = await buildAssembly(world);
  const { organiser, assemblyId } = built;
  const linkId = await inviteYvonne(built);
  const token = tokenIn(await bodyTo("yvone@example.org"));
  const again = { assemblyId, linkId, email: "yvone@example.org", locale: "fr" } as const;
  expect(value(await resendTeamLink(organiser, world.commandId(), again)).linkId).toBe(linkId);
  await sendAll();
  // The first was dropped before it left.
  expect(server.received).toHaveLength(1);
  expect(codeOf(await teamLinkPage(world.visitor(), { token }))).toBe("ok");
  world.clock.advance(15 * DAY_MS);
  expect(value(await resendTeamLink(organiser, world.commandId(), again)).linkId).not.toBe(linkId);
});

test("a team mail sent again to an address that refused it says what became of the last, each time", async () => {
  const built = await buildAssembly(world);
  const { organiser, assemblyId } = built;
  const linkId = await inviteYvonne(built);
  const again = { assemblyId, linkId, email: "yvone@example.org", locale: "fr" } as const;
  const fate = async () =>
    value(await teamPage(organiser, { assemblyId })).links.find(({ id }) => id === linkId)?.mail?.kind;
  gone.add("yvone@example.org");
  // Ids are random: often enough that no order by them passes.
  for (let at = 0; at < 8; at += 1) {
    world.clock.advance(MINUTE_MS);
    await sendAll();
    expect(await fate()).toBe("refused");
    value(await resendTeamLink(organiser, world.commandId(), again));
    expect(await fate()).toBe("waiting");
  }
});

test("a mail that waits does not leave once its link is cancelled", async () => {
  const built = await buildAssembly(world);
  const linkId = await inviteYvonne(built);
  value(await revokeTeamLink(built.organiser, world.commandId(), { assemblyId: built.assemblyId, linkId }));
  await sendAll();
  expect(server.received).toEqual([]);
});

test("somebody drawn whose mail is refused is never silently left out: said, mended, and sent with a new link", async () => {
  const built = await buildDrawn(world, { people: 60, seats: 6 });
  const { organiser, assemblyId } = built;
  const { first, second } = await sendTo(built);
  const [oldToken, otherToken] = [tokenIn(await bodyTo(first.email)), tokenIn(await bodyTo(second.email))];
  gone.add(first.email);
  await sendAll();
  const stateOf = async ({ id }: InvitedRow) =>
    value(await invitationsPage(organiser, { assemblyId })).people.find((person) => person.id === id)?.mail?.kind;
  expect([await stateOf(first), await stateOf(second)]).toEqual(["refused", "sent"]);
  expect(value(await mailsPage(organiser, { assemblyId })).troubled).toMatchObject([
    { id: first.id, name: first.name },
  ]);
  world.clock.advance(MINUTE_MS);
  const order = { assemblyId, invitationId: first.id, email: "mended@example.org", locale: "fr" } as const;
  expect(value(await resendInvitation(organiser, world.commandId(), order))).toEqual({ changed: true });
  const token = tokenIn(await bodyTo("mended@example.org"));
  expect(codeOf(await opens(oldToken))).toBe("link-unknown");
  expect(value(await opens(token)).name).toBe(first.name);
  expect(value(await opens(otherToken)).name).toBe(second.name);
  await sendAll();
  expect(server.received).toContain("mended@example.org");
  expect(await stateOf(first)).toBe("sent");
  const invited = (await listInvited(world.app.stores.main, assemblyId)).find(({ id }) => id === first.id);
  expect(invited).toMatchObject({ email: "mended@example.org", deadline: first.deadline });
});

test("a reminder, and a mail sent again to the same address, carry the link that opens", async () => {
  const built = await buildDrawn(world, { people: 60, seats: 6 });
  const { organiser, assemblyId } = built;
  const { first, second } = await sendTo(built);
  await sendAll();
  const resend = ({ id }: InvitedRow, email: string) =>
    resendInvitation(organiser, world.commandId(), { assemblyId, invitationId: id, email, locale: "fr" });
  value(await resend(first, "mended@example.org"));
  expect(value(await resend(second, second.email))).toEqual({ changed: false });
  const deadlineMs = world.clock.now().getTime() + 20 * DAY_MS;
  value(await sendInvitations(organiser, world.commandId(), { assemblyId, deadlineMs, locale: "fr", to: "waiting" }));
  for (const [address, person] of [
    ["mended@example.org", first],
    [second.email, second],
  ] as const) {
    const bodies = (await listLatestMails(world.app.stores.main, 100)).filter(({ to, body }) => to === address && body);
    expect(new Set(bodies.map(({ body }) => tokenIn(body))).size).toBe(1);
    expect(value(await opens(tokenIn(bodies[0]?.body ?? ""))).name).toBe(person.name);
  }
});

test("nothing is sent again to somebody who has answered, nor by whom it does not concern", async () => {
  const built = await buildDrawn(world, { people: 60, seats: 6 });
  const { organiser, assemblyId } = built;
  const other = await buildAssembly(world, { phase: "recruitment" });
  const { first } = await sendTo(built);
  const linkId = await inviteYvonne(built);
  const order = { assemblyId, invitationId: first.id, email: "x@example.org", locale: "fr" } as const;
  const link = { assemblyId, linkId, email: "x@example.org", locale: "fr" } as const;
  const before = await listLatestMails(world.app.stores.main, 100);
  const member = await built.join("member", "Karim", 1);
  const guarantor = await built.join("guarantor");
  for (const stranger of [other.organiser, member, guarantor, world.visitor()]) {
    expect((await resendInvitation(stranger, world.commandId(), order)).ok).toBe(false);
    expect((await resendTeamLink(stranger, world.commandId(), link)).ok).toBe(false);
    expect((await mailsPage(stranger, { assemblyId })).ok).toBe(false);
    expect((await settleKeptMails(withServer(stranger), world.commandId(), { assemblyId, answer: "send" })).ok).toBe(
      false,
    );
  }
  const foreign = { ...order, assemblyId: other.assemblyId };
  expect(codeOf(await resendInvitation(other.organiser, world.commandId(), foreign))).toBe("not-found");
  const answer = { assemblyId, invitationId: first.id, answer: "accepted", namePublic: false } as const;
  value(await recordAnswer(organiser, world.commandId(), answer));
  expect(codeOf(await resendInvitation(organiser, world.commandId(), order))).toBe("invitation-answered");
  expect(await listLatestMails(world.app.stores.main, 100)).toEqual(before);
});

test("mails written while nothing sent them wait for the organiser's word once something does", async () => {
  const built = await buildDrawn(world, { people: 60, seats: 6 });
  const { organiser, assemblyId } = built;
  const { first } = await sendTo(built);
  const cancelled = await inviteYvonne(built, "bruno@example.org");
  world.clock.advance(2 * DAY_MS);
  await inviteYvonne(built);
  await runJob(keepMailsJob(world.app), world.app);
  value(await revokeTeamLink(organiser, world.commandId(), { assemblyId, linkId: cancelled }));
  const answered = { assemblyId, invitationId: first.id, answer: "declined", namePublic: false } as const;
  value(await recordAnswer(organiser, world.commandId(), answered));
  expect(value(await mailsPage(withoutServer(organiser), { assemblyId })).kept).toBeNull();
  const settle = (caller: Caller, answer: "send" | "drop" = "send") =>
    settleKeptMails(caller, world.commandId(), { assemblyId, answer });
  expect(codeOf(await settle(withoutServer(organiser)))).toBe("no-mail-server");

  const lead = withServer(organiser);
  await sendAll();
  expect(server.received).toEqual([]);
  const invitations = (await listInvited(world.app.stores.main, assemblyId)).filter(
    ({ state, sentBy }) => state === "sent" && sentBy === "mail",
  );
  expect(value(await mailsPage(lead, { assemblyId })).kept).toEqual({
    invitations: invitations.length,
    team: 1,
    oldestMs: world.clock.now().getTime() - 2 * DAY_MS,
    newestMs: world.clock.now().getTime(),
    stale: 1,
  });
  expect(value(await desk(lead, { assemblyId })).waits).toContainEqual({
    code: "mails-kept",
    count: invitations.length + 1,
  });
  value(await settle(lead));
  await sendAll();
  const awaited = [...invitations.map(({ email }) => email), "yvone@example.org"];
  expect([...server.received].sort()).toEqual(awaited.sort());
  expect(codeOf(await settle(lead, "drop"))).toBe("nothing-kept");
});

test("old mails that are given up never leave, and what they said is gone", async () => {
  const built = await buildAssembly(world);
  const { assemblyId } = built;
  await inviteYvonne(built);
  await runJob(keepMailsJob(world.app), world.app);
  const lead = withServer(built.organiser);
  value(await settleKeptMails(lead, world.commandId(), { assemblyId, answer: "drop" }));
  await sendAll();
  expect(server.received).toEqual([]);
  expect(await listLatestMails(world.app.stores.main, 9)).toMatchObject([{ state: "dropped", body: "" }]);
  expect(value(await mailsPage(lead, { assemblyId })).kept).toBeNull();
});
