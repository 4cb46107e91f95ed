import { system } from "~/app/domain/assembly/actor";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { knownId } from "~/app/domain/kernel/ids";
import { accept } from "~/app/domain/kernel/result";
import { CODE_LIFE_MS } from "~/app/domain/people/sign-in-code";
import { keepWaitingMails, leaseMail, listDueMails, type MailRow, settleMail } from "~/db/repositories/mail";
import type { App } from "../context";
import { carryOut } from "../kernel/carry-out";
import type { Delivery, Mailer } from "../mail/mailer-port";
import { MOST_ATTEMPTS, retryAfterMs } from "../mail/retry-after";
import type { Job } from "./job";

const LEASE_MS = 2 * MINUTE_MS;
const AT_ONCE = 4;
const ROUND = 40;

/**
 * Sends the mails that are due, sign-in codes apart. Each is leased by compare-and-set, so that two servers never send one twice at the
 * same time.
 */
export function mailJob(app: App, mailer: Mailer): Job {
  return { name: "mail", everyMs: 15_000, ...sending(app, mailer, { signIn: false }) };
}

/** Sends the mails with sign-in codes: a way of their own, with a mailer of its own, past any mass of other mails. */
export function signInMailJob(app: App, mailer: Mailer): Job {
  return { name: "sign-in-mail", everyMs: 2000, ...sending(app, mailer, { signIn: true }) };
}

/** While nothing sends mails: those that are written are kept, and asked about once something does. */
export function keepMailsJob({ stores }: Pick<App, "stores">): Job {
  const work = () => keepWaitingMails(stores.main);
  return { name: "mail", everyMs: 15_000, due: async () => [{ id: "waiting", work }] };
}

function sending(app: App, mailer: Mailer, { signIn }: { readonly signIn: boolean }): Omit<Job, "name" | "everyMs"> {
  return {
    atOnce: AT_ONCE,
    inParts: true,
    async due(paused) {
      const asked = { now: app.clock.now(), limit: ROUND, signIn, except: paused.map(knownId<"mail">) };
      const due = await listDueMails(app.stores.main, asked);
      return due.map((mail) => ({ id: mail.id, work: () => send(app, mailer, mail) }));
    },
  };
}

async function send(app: App, mailer: Mailer, mail: MailRow): Promise<void> {
  const { stores, clock } = app;
  const now = clock.now();
  if (!(await leaseMail(stores.main, mail, new Date(now.getTime() + LEASE_MS)))) return;
  if (mail.purpose === "sign-in" && now.getTime() - mail.createdAt.getTime() > CODE_LIFE_MS) {
    return settleMail(stores.main, mail.id, { state: "failed", error: "over", body: "" });
  }
  const delivery = await mailer.deliver(mail);
  if (delivery.kind === "refused") return notTaken(app, mail, delivery);
  await settleMail(stores.main, mail.id, { state: "sent", sentAt: clock.now(), error: null, body: bodyKept(mail) });
}

/** A link that was sent, or never will be, is not kept. */
function bodyKept({ purpose, body }: MailRow): string {
  return purpose === "announcement" ? body : "";
}

async function notTaken(app: App, mail: MailRow, { code, forGood }: Delivery & { kind: "refused" }): Promise<void> {
  const { stores, clock, log } = app;
  const attempts = mail.attempts + 1;
  log.warn({ mail: mail.id, purpose: mail.purpose, attempts, reason: code }, "mail not sent");
  const lost = forGood || (mail.purpose !== "sign-in" && attempts >= MOST_ATTEMPTS);
  if (lost) return giveUp(app, mail, code);
  const dueAt = new Date(clock.now().getTime() + retryAfterMs(attempts, { signIn: mail.purpose === "sign-in" }));
  await settleMail(stores.main, mail.id, { state: "waiting", error: code, dueAt });
}

/** The organiser reads it beside the person; the journal says it too, but for codes, which strangers can ask for. */
async function giveUp(app: App, mail: MailRow, error: string): Promise<void> {
  const { assemblyId, purpose, aboutId } = mail;
  const kind = purpose === "team" ? "team-link" : purpose;
  const note = {
    action: "mail.refused",
    subject: { kind, ...(aboutId !== null && { id: aboutId }) },
    data: { reason: error },
    ...(assemblyId !== null && { assemblyId }),
  };
  const done = await carryOut({ app, actor: system }, { commandId: null, action: "mail.refused" }, async (tx) => {
    await settleMail(tx, mail.id, { state: "failed", error, body: bodyKept(mail) });
    return accept({ value: null, journal: purpose === "sign-in" ? [] : [note] });
  });
  // The lease ends by itself, and the server is asked again.
  if (!done.ok) app.log.warn({ mail: mail.id, reason: done.refusal.code }, "mail not settled");
}
