import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Id } from "~/app/domain/kernel/ids";
import type { AskedMail } from "~/app/domain/people/sign-in-code";
import type { Main } from "../connect";
import { signInChallenge } from "../schema/people";

export type SignInChallengeRow = typeof signInChallenge.$inferSelect;
export type SignInChallengeId = Id<"sign-in-challenge">;

/** False when there was one of this id. */
export async function insertChallenge(db: Main, row: SignInChallengeRow): Promise<boolean> {
  const inserted = await db
    .insert(signInChallenge)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: signInChallenge.id });
  return inserted.length > 0;
}

/** What was asked for an address since an instant, in no order. */
export async function listAskedMails(db: Main, email: string, since: Date): Promise<AskedMail[]> {
  const rows = await db
    .select({
      createdAt: signInChallenge.createdAt,
      usedAt: signInChallenge.usedAt,
      codeHash: signInChallenge.codeHash,
      source: signInChallenge.source,
      claimedBy: signInChallenge.claimedBy,
    })
    .from(signInChallenge)
    .where(and(eq(signInChallenge.email, email), gt(signInChallenge.createdAt, since)));
  return rows.map(({ codeHash, claimedBy, ...row }) => ({
    ...row,
    hasCode: codeHash !== "",
    isClaim: claimedBy !== null,
  }));
}

export async function findChallenge(db: Main, id: SignInChallengeId): Promise<SignInChallengeRow | undefined> {
  const [row] = await db.select().from(signInChallenge).where(eq(signInChallenge.id, id));
  return row;
}

export async function findChallengeByLink(db: Main, linkHash: string): Promise<SignInChallengeRow | undefined> {
  const [row] = await db.select().from(signInChallenge).where(eq(signInChallenge.linkHash, linkHash));
  return row;
}

/** Counts a try and answers the challenge it was counted on, in one statement; nothing when no try is left, or it is used or over. */
export async function countTry(
  db: Main,
  id: SignInChallengeId,
  { most, now }: { readonly most: number; readonly now: Date },
): Promise<SignInChallengeRow | undefined> {
  const [row] = await db
    .update(signInChallenge)
    .set({ tries: sql`${signInChallenge.tries} + 1` })
    .where(
      and(
        eq(signInChallenge.id, id),
        lt(signInChallenge.tries, most),
        isNull(signInChallenge.usedAt),
        gt(signInChallenge.expiresAt, now),
      ),
    )
    .returning();
  return row;
}

/** Uses the challenge up, its code and its link together; false when somebody was first, or it is over. */
export async function spendChallenge(db: Main, id: SignInChallengeId, now: Date): Promise<boolean> {
  const spent = await db
    .update(signInChallenge)
    .set({ usedAt: now })
    .where(and(eq(signInChallenge.id, id), isNull(signInChallenge.usedAt), gt(signInChallenge.expiresAt, now)))
    .returning({ id: signInChallenge.id });
  return spent.length > 0;
}

/** Forgets challenges that ended before an instant: an address is kept no longer than it serves. */
export async function forgetChallenges(db: Main, before: Date): Promise<void> {
  await db.delete(signInChallenge).where(lt(signInChallenge.expiresAt, before));
}
