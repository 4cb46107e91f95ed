import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { CODE_LIFE_MS } from "~/app/domain/people/sign-in-code";
import { leaseMail, listDueMails, type MailRow, settleMail } from "~/db/repositories/mail";
import type { App } from "../context";
import type { Mailer } from "../mail/mailer-port";
import { MOST_ATTEMPTS, retryAfterMs } from "../mail/retry-after";
import type { Job } from "./jobs";

const LEASE_MS = 2 * MINUTE_MS;
const AT_ONCE = 4;
const ROUND = 40;

type Needs = Pick<App, "stores" | "clock" | "log">;

/** Sends the mails that are due. Each is leased by compare-and-set, so that two servers never send one twice at the same time. */
export function mailJob(app: Needs, mailer: Mailer): Job {
  return {
    name: "mail",
    everyMs: 15_000,
    async run() {
      for (;;) {
        const due = await listDueMails(app.stores.main, app.clock.now(), ROUND);
        await inTurns(due, (mail) => send(app, mailer, mail));
        if (due.length < ROUND) break;
      }
    },
  };
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function send({ stores, clock, log }: Needs, mailer: Mailer, mail: MailRow): Promise<void> {
  const now = clock.now();
  if (!(await leaseMail(stores.main, mail, new Date(now.getTime() + LEASE_MS)))) return;
  if (mail.purpose === "sign-in" && now.getTime() - mail.createdAt.getTime() > CODE_LIFE_MS) {
    return settleMail(stores.main, mail.id, { state: "failed", error: "over", body: "" });
  }
  const delivery = await mailer.deliver(mail);
  if (delivery.kind === "sent") {
    // A link that was sent is the reader's alone.
    const body = mail.purpose === "announcement" ? mail.body : "";
    return settleMail(stores.main, mail.id, { state: "sent", sentAt: clock.now(), error: null, body });
  }
  const attempts = mail.attempts + 1;
  log.warn({ mail: mail.id, purpose: mail.purpose, attempts, reason: delivery.code }, "mail not sent");
  const lost = delivery.forGood || attempts >= MOST_ATTEMPTS;
  await settleMail(stores.main, mail.id, {
    state: lost ? "failed" : "waiting",
    error: delivery.code,
    dueAt: new Date(clock.now().getTime() + retryAfterMs(attempts)),
  });
}
