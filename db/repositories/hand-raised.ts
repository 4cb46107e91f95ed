import { and, countDistinct, eq } from "drizzle-orm";
import type { ParticipationId, VoteId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { handRaised } from "../schema/voting";

export type HandRaisedRow = typeof handRaised.$inferSelect;

/** Keeps a member's choice on a question; a later one replaces it. */
export async function saveHand(db: Main, row: HandRaisedRow): Promise<void> {
  const { choice, channel, at } = row;
  await db
    .insert(handRaised)
    .values(row)
    .onConflictDoUpdate({ target: [handRaised.questionId, handRaised.participationId], set: { choice, channel, at } });
}

export async function listHands(db: Main, voteId: VoteId): Promise<HandRaisedRow[]> {
  return db.select().from(handRaised).where(eq(handRaised.voteId, voteId));
}

export async function listHandsOf(
  db: Main,
  voteId: VoteId,
  participationId: ParticipationId,
): Promise<HandRaisedRow[]> {
  return db
    .select()
    .from(handRaised)
    .where(and(eq(handRaised.voteId, voteId), eq(handRaised.participationId, participationId)));
}

/** How many people have voted so far: all that is said before the closing. */
export async function countVoters(db: Main, voteId: VoteId): Promise<number> {
  const [row] = await db
    .select({ voters: countDistinct(handRaised.participationId) })
    .from(handRaised)
    .where(eq(handRaised.voteId, voteId));
  return row?.voters ?? 0;
}
