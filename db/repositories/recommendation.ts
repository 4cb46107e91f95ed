import { asc, eq } from "drizzle-orm";
import type { AssemblyId, RecommendationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { recommendation } from "../schema/drafting";

export type RecommendationRow = typeof recommendation.$inferSelect;

export async function insertRecommendation(db: Main, row: RecommendationRow): Promise<void> {
  await db.insert(recommendation).values(row);
}

export async function findRecommendation(db: Main, id: RecommendationId): Promise<RecommendationRow | undefined> {
  const [row] = await db.select().from(recommendation).where(eq(recommendation.id, id));
  return row;
}

/** The recommendations of an assembly by number. */
export async function listRecommendations(db: Main, assemblyId: AssemblyId): Promise<RecommendationRow[]> {
  return db
    .select()
    .from(recommendation)
    .where(eq(recommendation.assemblyId, assemblyId))
    .orderBy(asc(recommendation.number));
}
