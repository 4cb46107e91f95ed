import { and, asc, desc, eq, isNull, lt, lte, or } from "drizzle-orm";
import type { Id } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { mail } from "../schema/records";

export type MailRow = typeof mail.$inferSelect;
export type MailId = Id<"mail">;
export type MailPurpose = MailRow["purpose"];

/** What a command knows of a mail; the rest is the job's. */
export type NewMail = Pick<
  MailRow,
  "id" | "assemblyId" | "purpose" | "to" | "locale" | "subject" | "body" | "createdAt"
>;

/** Puts a mail in the queue; in the command's transaction. */
export async function insertMail(db: Main, row: NewMail): Promise<void> {
  await db.insert(mail).values({
    ...row,
    state: "waiting",
    attempts: 0,
    dueAt: row.createdAt,
    leasedUntil: null,
    sentAt: null,
    error: null,
  });
}

/** The mails that wait to be sent now and that nobody is sending, the oldest first. */
export async function listDueMails(db: Main, now: Date, limit: number): Promise<MailRow[]> {
  return db
    .select()
    .from(mail)
    .where(
      and(eq(mail.state, "waiting"), lte(mail.dueAt, now), or(isNull(mail.leasedUntil), lt(mail.leasedUntil, now))),
    )
    .orderBy(asc(mail.dueAt), asc(mail.id))
    .limit(limit);
}

/** Takes a mail for this server, by compare-and-set on its attempts; false when another one was first. */
export async function leaseMail(
  db: Main,
  { id, attempts }: Pick<MailRow, "id" | "attempts">,
  leasedUntil: Date,
): Promise<boolean> {
  const leased = await db
    .update(mail)
    .set({ attempts: attempts + 1, leasedUntil })
    .where(and(eq(mail.id, id), eq(mail.attempts, attempts), eq(mail.state, "waiting")))
    .returning({ id: mail.id });
  return leased.length > 0;
}

/** What became of a mail. */
export async function settleMail(
  db: Main,
  id: MailId,
  outcome: Partial<Pick<MailRow, "state" | "sentAt" | "dueAt" | "error" | "body">>,
): Promise<void> {
  await db
    .update(mail)
    .set({ ...outcome, leasedUntil: null })
    .where(eq(mail.id, id));
}

/** The last mails written, the newest first. */
export async function listLatestMails(db: Main, limit: number): Promise<MailRow[]> {
  return db.select().from(mail).orderBy(desc(mail.createdAt), desc(mail.id)).limit(limit);
}

/** Forgets mails of one purpose written before an instant, sent or not. */
export async function forgetMails(db: Main, purpose: MailPurpose, before: Date): Promise<void> {
  await db.delete(mail).where(and(eq(mail.purpose, purpose), lt(mail.createdAt, before)));
}
