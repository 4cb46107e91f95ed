import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requestFrom } from "~/app/domain/recruitment/plan-draw";
import { findDraw, lastDraw, listDrawsWithReports } from "~/db/repositories/draw";
import { findInvitation, type InvitedRow, listInvited } from "~/db/repositories/invitation";
import { listLatestMails } from "~/db/repositories/mail";
import { listParticipants } from "~/db/repositories/participation";
import { buildAssembly } from "../../testing/build-assembly";
import { buildDrawn, drawNow } from "../../testing/build-recruitment";
import { type TestApp, testApp } from "../../testing/test-app";
import { answerByLink } from "./answer-by-link";
import { closeUnanswered } from "./close-unanswered";
import { deleteUndrawn } from "./delete-undrawn";
import { enterByInvitation } from "./enter-by-invitation";
import { markLetters } from "./mark-letters";
import { invitationCode, invitationToken } from "./prepare-invitations";
import { recordAnswer } from "./record-answer";
import { sendInvitations } from "./send-invitations";
import { startDraw } from "./start-draw";
import { withdrawByLink, withdrawMember } from "./withdraw-member";

const DAY = 86_400_000;
let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
const deadlineIn = (days: number) => world.clock.now().getTime() + days * DAY;
const tokenOf = ({ id, mailedTo }: InvitedRow) => invitationToken(world.app, id, mailedTo);
const byLink = (invited: InvitedRow, answer: "accepted" | "declined", namePublic = false) =>
  answerByLink(world.visitor(), world.commandId(), { token: tokenOf(invited), answer, namePublic, locale: "fr" });

async function sent() {
  const built = await buildDrawn(world, { people: 60, seats: 6 });
  const { organiser, assemblyId, invited } = built;
  const input = { assemblyId, deadlineMs: deadlineIn(10), locale: "fr", to: "prepared" } as const;
  await sendInvitations(organiser, world.commandId(), input);
  const invitationIds = invited.filter(({ email }) => !email).map(({ id }) => id);
  if (invitationIds.length > 0) {
    await markLetters(organiser, world.commandId(), { assemblyId, invitationIds, deadlineMs: deadlineIn(10) });
  }
  const [first, second, third] = await listInvited(world.app.stores.main, assemblyId);
  if (!first || !second || !third) throw new Error("nobody was drawn");
  return { ...built, first, second, third };
}

describe("invitations", () => {
  it("go by mail to those with an address, with a link that opens them; the others need a letter", async () => {
    const { organiser, assemblyId, invited } = await buildDrawn(world, { people: 60, seats: 6 });
    const order = { assemblyId, deadlineMs: deadlineIn(10), locale: "fr", to: "prepared" } as const;
    const result = await sendInvitations(organiser, world.commandId(), order);
    const withMail = invited.filter(({ email }) => email);
    expect(result).toMatchObject({ value: { mails: withMail.length, letters: invited.length - withMail.length } });
    const mails = await listLatestMails(world.app.stores.main, 50);
    expect(mails.map(({ to }) => to).sort()).toEqual(withMail.map(({ email }) => email).sort());
    const [first] = withMail;
    const own = mails.find(({ to }) => to === first?.email);
    expect(own?.body).toContain(`/fr/invitation/${first ? invitationToken(world.app, first.id, first.email) : ""}`);
    expect(codeOf(await sendInvitations(organiser, world.commandId(), order))).toBe("nobody-to-invite");
  });

  it("are not sent with a deadline that is over, nor by strangers", async () => {
    const { organiser, assemblyId } = await buildDrawn(world);
    const stranger = await buildAssembly(world, { phase: "recruitment" });
    const order = { assemblyId, deadlineMs: deadlineIn(0), locale: "fr", to: "prepared" } as const;
    expect(codeOf(await sendInvitations(organiser, world.commandId(), order))).toBe("deadline-past");
    expect(codeOf(await sendInvitations(stranger.organiser, world.commandId(), order))).toBe("assembly-unknown");
  });
});

describe("an answer by link", () => {
  it("makes a member with the next seat and the consent they gave; again, it changes nothing", async () => {
    const { assemblyId, first, second } = await sent();
    expect(await byLink(first, "accepted", true)).toMatchObject({ value: { state: "accepted", seat: 1 } });
    expect(await byLink(first, "accepted", true)).toMatchObject({ ok: true });
    expect(await byLink(second, "accepted")).toMatchObject({ value: { seat: 2 } });
    const members = (await listParticipants(world.app.stores.main, assemblyId)).filter(({ role }) => role === "member");
    expect(members.map(({ name, seat, namePublic }) => [name, seat, namePublic])).toEqual([
      [first.name, 1, true],
      [second.name, 2, false],
    ]);
  });

  it("gives each their own seat when several accept at once", async () => {
    const { first, second, third } = await sent();
    const answers = await Promise.all([first, second, third].map((one) => byLink(one, "accepted")));
    expect(answers.map((answer) => (answer.ok ? answer.value.seat : 0)).sort()).toEqual([1, 2, 3]);
  });

  it("may turn from no to yes until the deadline, then no more", async () => {
    const { first, second } = await sent();
    await byLink(first, "declined");
    expect(await byLink(first, "accepted")).toMatchObject({ ok: true });
    await byLink(second, "declined");
    world.clock.advance(10 * DAY);
    expect(codeOf(await byLink(second, "accepted"))).toBe("invitation-over");
  });

  it("is also given with the code of a letter, however it is typed", async () => {
    const { first } = await sent();
    const code = invitationCode(world.app, first.id);
    const token = `${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`;
    const input = { token, answer: "declined", namePublic: false, locale: "fr" } as const;
    expect(await answerByLink(world.visitor(), world.commandId(), input)).toMatchObject({ ok: true });
    const other = { ...input, token: "AAAAAAAAAAAAAAAAAAAAAA" };
    expect(codeOf(await answerByLink(world.visitor(), world.commandId(), other))).toBe("link-unknown");
  });

  it("lets who accepted come in, and nobody else", async () => {
    const { first, second } = await sent();
    await byLink(first, "accepted");
    const device = { userAgent: null, replaces: null };
    const enter = (invited: InvitedRow) =>
      enterByInvitation(world.visitor(), world.commandId(), { token: tokenOf(invited), device });
    expect(await enter(first)).toMatchObject({ ok: true });
    expect(codeOf(await enter(second))).toBe("invitation-not-accepted");
    world.clock.advance(15 * DAY);
    expect(codeOf(await enter(first))).toBe("link-expired");
  });
});

describe("an answer by phone", () => {
  it("makes a member of somebody whose invitation was not even sent", async () => {
    const { organiser, assemblyId, invited } = await buildDrawn(world, { people: 60, seats: 6 });
    const invitationId = invited[0]?.id ?? ("" as never);
    const input = { assemblyId, invitationId, answer: "accepted", namePublic: false } as const;
    expect(await recordAnswer(organiser, world.commandId(), input)).toMatchObject({ value: { seat: 1 } });
    const invitation = await findInvitation(world.app.stores.main, invitationId);
    expect(invitation).toMatchObject({ state: "accepted", answeredBy: "phone" });
  });

  it("is not recorded for an invitation of another assembly", async () => {
    const { invited } = await buildDrawn(world);
    const other = await buildDrawn(world);
    const invitationId = invited[0]?.id ?? ("" as never);
    const input = { assemblyId: other.assemblyId, invitationId, answer: "accepted", namePublic: false } as const;
    expect(codeOf(await recordAnswer(other.organiser, world.commandId(), input))).toBe("not-found");
  });
});

describe("a seat that became free", () => {
  it("is filled from the pool, keeping who accepted or may still, and never who gave theirs up", async () => {
    const built = await sent();
    const { organiser, assemblyId, first, second, third } = built;
    await byLink(first, "accepted");
    await byLink(second, "declined");
    await byLink(third, "accepted");
    const withdrawn = { assemblyId, invitationId: third.id, reason: "Moved away" };
    expect(await withdrawMember(organiser, world.commandId(), withdrawn)).toMatchObject({ ok: true });
    await drawNow(world, built, "replacement");
    const draw = await lastDraw(world.app.stores.main, assemblyId);
    expect(draw).toMatchObject({ kind: "replacement", ordinal: 2 });
    const request = requestFrom((draw && (await findDraw(world.app.stores.main, draw.id)))?.inputs ?? "");
    expect(request.seed).toMatch(/ replacement 1$/);
    expect(request.confirmedIds).toContain(first.candidateId);
    expect([...(request.excludedIds ?? [])].sort()).toEqual([second.candidateId, third.candidateId].sort());
    const all = await listInvited(world.app.stores.main, assemblyId);
    expect(all.filter(({ drawOrdinal }) => drawOrdinal === 2)).toHaveLength(2);
    expect(all.filter(({ replacedBy }) => replacedBy === draw?.id)).toHaveLength(2);
    expect(codeOf(await byLink(second, "accepted"))).toBe("invitation-replaced");
    const reports = await listDrawsWithReports(world.app.stores.main, assemblyId);
    expect(reports.map(({ ordinal, report }) => [ordinal, report.drawn])).toEqual([
      [1, all.length - 2],
      [2, 2],
    ]);
  });

  it("can be filled again and again, and there is nothing to draw while nobody is missing", async () => {
    const built = await sent();
    const { organiser, assemblyId, first } = built;
    const ask = { assemblyId, what: "replacement", algorithm: "quick", reason: "" } as const;
    expect(codeOf(await startDraw(organiser, world.commandId(), ask))).toBe("nothing-vacant");
    let gone = first;
    for (const ordinal of [2, 3]) {
      const given = { assemblyId, invitationId: gone.id, answer: "declined", namePublic: false } as const;
      await recordAnswer(organiser, world.commandId(), given);
      await drawNow(world, built, "replacement");
      const next = (await listInvited(world.app.stores.main, assemblyId)).filter((row) => row.drawOrdinal === ordinal);
      expect(next).toHaveLength(1);
      gone = next[0] ?? gone;
    }
  });

  it("is one when the deadline is over without an answer and the organiser has closed it", async () => {
    const built = await sent();
    const { organiser, assemblyId, first } = built;
    await byLink(first, "accepted");
    expect(codeOf(await closeUnanswered(organiser, world.commandId(), { assemblyId }))).toBe("nobody-overdue");
    world.clock.advance(10 * DAY);
    expect(await closeUnanswered(organiser, world.commandId(), { assemblyId })).toMatchObject({ value: { closed: 5 } });
    await drawNow(world, built, "replacement");
    const all = await listInvited(world.app.stores.main, assemblyId);
    expect(all.filter(({ drawOrdinal }) => drawOrdinal === 2)).toHaveLength(5);
  });

  it("stays empty once the pool is deleted", async () => {
    const { organiser, assemblyId, first } = await sent();
    await byLink(first, "declined");
    await deleteUndrawn(organiser, world.commandId(), { assemblyId });
    const ask = { assemblyId, what: "replacement", algorithm: "quick", reason: "" } as const;
    expect(codeOf(await startDraw(organiser, world.commandId(), ask))).toBe("undrawn-deleted");
  });
});

describe("leaving", () => {
  it("is done by one's own link, and ends one's rights", async () => {
    const { assemblyId, first } = await sent();
    await byLink(first, "accepted");
    const token = tokenOf(first);
    expect(await withdrawByLink(world.visitor(), world.commandId(), { token })).toMatchObject({ ok: true });
    expect(await withdrawByLink(world.visitor(), world.commandId(), { token })).toMatchObject({ ok: true });
    const active = await listParticipants(world.app.stores.main, assemblyId);
    expect(active.filter(({ role }) => role === "member")).toHaveLength(0);
    expect(world.rightsChanged.length).toBeGreaterThan(0);
    expect(codeOf(await byLink(first, "accepted"))).toBe("invitation-withdrawn");
  });
});
