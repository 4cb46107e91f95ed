import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, ne, notInArray, or } from "drizzle-orm";
import type { AssemblyId, Id } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { mail } from "../schema/records";

export type MailRow = typeof mail.$inferSelect;
export type MailId = Id<"mail">;
export type MailPurpose = MailRow["purpose"];

/** What a command knows of a mail; the rest is the job's. */
export type NewMail = Pick<
  MailRow,
  "id" | "assemblyId" | "purpose" | "aboutId" | "to" | "locale" | "subject" | "body" | "createdAt"
>;

/** What became of a mail, without what it says. */
export type MailTrace = Pick<
  MailRow,
  "id" | "purpose" | "aboutId" | "to" | "locale" | "state" | "dueAt" | "createdAt" | "sentAt" | "error"
>;

const trace = {
  id: mail.id,
  purpose: mail.purpose,
  aboutId: mail.aboutId,
  to: mail.to,
  locale: mail.locale,
  state: mail.state,
  dueAt: mail.dueAt,
  createdAt: mail.createdAt,
  sentAt: mail.sentAt,
  error: mail.error,
};

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

export interface DueMails {
  readonly now: Date;
  readonly limit: number;
  /** The mails with sign-in codes, or all others: they go by two ways, so that no code waits behind a mass of mails. */
  readonly signIn: boolean;
  /** Left out: their last attempt failed for our own fault. */
  readonly except?: readonly MailId[];
}

/** The mails that wait to be sent now and that nobody is sending, the oldest first. */
export async function listDueMails(db: Main, { now, limit, signIn, except = [] }: DueMails): Promise<MailRow[]> {
  const free = or(isNull(mail.leasedUntil), lt(mail.leasedUntil, now));
  const purpose = signIn ? eq(mail.purpose, "sign-in") : ne(mail.purpose, "sign-in");
  return db
    .select()
    .from(mail)
    .where(and(eq(mail.state, "waiting"), lte(mail.dueAt, now), free, purpose, notInArray(mail.id, [...except])))
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

/** What became of a mail that was leased, unless it was dropped meanwhile. */
export async function settleMail(
  db: Main,
  id: MailId,
  outcome: Partial<Pick<MailRow, "state" | "sentAt" | "dueAt" | "error" | "body">>,
): Promise<void> {
  await db
    .update(mail)
    .set({ ...outcome, leasedUntil: null })
    .where(and(eq(mail.id, id), eq(mail.state, "waiting")));
}

/** Keeps what waits: nothing sends mails at present, and what was written meanwhile is asked about before it leaves. */
export async function keepWaitingMails(db: Main): Promise<void> {
  await db.update(mail).set({ state: "kept", leasedUntil: null }).where(eq(mail.state, "waiting"));
}

/** The kept mails of an assembly, the oldest first. */
export async function listKeptMails(db: Main, assemblyId: AssemblyId): Promise<MailTrace[]> {
  return db
    .select(trace)
    .from(mail)
    .where(and(eq(mail.assemblyId, assemblyId), eq(mail.state, "kept")))
    .orderBy(asc(mail.createdAt), asc(mail.id));
}

/** Lets these kept mails leave. */
export async function releaseMails(db: Main, ids: readonly MailId[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(mail)
    .set({ state: "waiting", attempts: 0, dueAt: now, error: null })
    .where(and(inArray(mail.id, [...ids]), eq(mail.state, "kept")));
}

/** Gives these up if they have not left; what they said is forgotten. */
export async function dropMails(db: Main, ids: readonly MailId[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(mail)
    .set({ state: "dropped", body: "" })
    .where(and(inArray(mail.id, [...ids]), inArray(mail.state, ["waiting", "kept"])));
}

/** The same for the mails about an invitation or a link, whose words no longer hold. */
export async function dropMailsAbout(db: Main, aboutId: string): Promise<void> {
  const rows = await db.select({ id: mail.id }).from(mail).where(eq(mail.aboutId, aboutId));
  await dropMails(
    db,
    rows.map(({ id }) => id),
  );
}

/** The last mail about each invitation and link of an assembly, by what it is about. */
export async function lastMailsAbout(db: Main, assemblyId: AssemblyId): Promise<ReadonlyMap<string, MailTrace>> {
  const rows = await db
    .select(trace)
    .from(mail)
    .where(and(eq(mail.assemblyId, assemblyId), isNotNull(mail.aboutId)))
    .orderBy(asc(mail.createdAt), asc(mail.id));
  return new Map(rows.map((row) => [row.aboutId ?? "", row]));
}

/** The last mail about an invitation or a link. */
export async function lastMailAbout(db: Main, aboutId: string): Promise<MailTrace | undefined> {
  const [row] = await db
    .select(trace)
    .from(mail)
    .where(eq(mail.aboutId, aboutId))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(1);
  return row;
}

/** The last mails written, the newest first. */
export async function listLatestMails(db: Main, limit: number): Promise<MailRow[]> {
  return db.select().from(mail).orderBy(desc(mail.createdAt), desc(mail.id)).limit(limit);
}

/** Forgets mails of one purpose written before an instant, sent or not. */
export async function forgetMails(db: Main, purpose: MailPurpose, before: Date): Promise<void> {
  await db.delete(mail).where(and(eq(mail.purpose, purpose), lt(mail.createdAt, before)));
}
