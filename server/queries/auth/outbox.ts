import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { listLatestMails } from "~/db/repositories/mail";
import type { Caller } from "../../context";

const SHOWN = 100;

export interface OutboxMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly locale: string;
  readonly createdAtMs: number;
}

/** The mails that no server sends, for whoever sits at this machine. Refuses with `not-found` where mails are sent. */
export async function outbox({ app }: Caller): Promise<Result<{ readonly mails: readonly OutboxMail[] }>> {
  if (app.config.smtpUrl !== null) return refuse("not-found");
  const rows = await listLatestMails(app.stores.main, SHOWN);
  return accept({
    mails: rows.map(({ id, to, subject, body, locale, createdAt }) => ({
      id,
      to,
      subject,
      body,
      locale,
      createdAtMs: createdAt.getTime(),
    })),
  });
}
