import { and, asc, desc, eq, isNotNull, lte } from "drizzle-orm";
import type { AssemblyId, ParticipationId, VoteId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { recommendation, revision } from "../schema/drafting";
import { rollEntry, tally, vote, voteQuestion } from "../schema/voting";

export type VoteRow = typeof vote.$inferSelect;
export type TallyRow = typeof tally.$inferSelect;

export async function insertVote(db: Main, row: VoteRow): Promise<void> {
  await db.insert(vote).values(row);
}

export async function findVote(db: Main, id: VoteId): Promise<VoteRow | undefined> {
  const [row] = await db.select().from(vote).where(eq(vote.id, id));
  return row;
}

/** The votes of an assembly, the newest first. */
export async function listVotes(db: Main, assemblyId: AssemblyId): Promise<VoteRow[]> {
  return db.select().from(vote).where(eq(vote.assemblyId, assemblyId)).orderBy(desc(vote.createdAt), desc(vote.id));
}

/** Open votes whose end has passed. */
export async function listDueVotes(db: Main, now: Date): Promise<Pick<VoteRow, "id" | "assemblyId">[]> {
  return db
    .select({ id: vote.id, assemblyId: vote.assemblyId })
    .from(vote)
    .where(and(eq(vote.state, "open"), isNotNull(vote.closesAt), lte(vote.closesAt, now)));
}

/** Changes a vote if nobody else did meanwhile; false when its version has moved on. */
export async function updateVote(db: Main, row: VoteRow, change: Partial<VoteRow>): Promise<boolean> {
  const changed = await db
    .update(vote)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(vote.id, row.id), eq(vote.version, row.version)))
    .returning({ id: vote.id });
  return changed.length === 1;
}

export async function insertVoteQuestions(
  db: Main,
  rows: readonly (typeof voteQuestion.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await db.insert(voteQuestion).values([...rows]);
}

/** The questions of a vote in their order, each with its recommendation's number, title and locked text's hash. */
export async function listVoteQuestions(db: Main, voteId: VoteId) {
  return db
    .select({
      id: voteQuestion.id,
      position: voteQuestion.position,
      recommendationId: voteQuestion.recommendationId,
      number: recommendation.number,
      title: recommendation.title,
      textHash: revision.contentHash,
    })
    .from(voteQuestion)
    .innerJoin(recommendation, eq(recommendation.id, voteQuestion.recommendationId))
    .leftJoin(revision, eq(revision.id, recommendation.revisionId))
    .where(eq(voteQuestion.voteId, voteId))
    .orderBy(asc(voteQuestion.position));
}

export async function insertRoll(db: Main, rows: readonly (typeof rollEntry.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(rollEntry).values([...rows]);
}

export async function listRoll(db: Main, voteId: VoteId): Promise<ParticipationId[]> {
  const rows = await db.select({ id: rollEntry.participationId }).from(rollEntry).where(eq(rollEntry.voteId, voteId));
  return rows.map(({ id }) => id);
}

export async function insertTallies(db: Main, rows: readonly TallyRow[]): Promise<void> {
  if (rows.length > 0) await db.insert(tally).values([...rows]);
}

export async function listTallies(db: Main, voteId: VoteId): Promise<TallyRow[]> {
  const rows = await db
    .select({ tally })
    .from(tally)
    .innerJoin(voteQuestion, eq(voteQuestion.id, tally.questionId))
    .where(eq(voteQuestion.voteId, voteId));
  return rows.map((row) => row.tally);
}
