import { asc, eq } from "drizzle-orm";
import type { AssemblyId, RecommendationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { authorityResponse, recommendation } from "../schema/drafting";

export type AuthorityResponseRow = typeof authorityResponse.$inferSelect;

/** Append-only: an answer is never overwritten, a later one follows it. */
export async function appendResponse(db: Main, row: AuthorityResponseRow): Promise<void> {
  await db.insert(authorityResponse).values(row);
}

/** Every answer of the authority in one assembly, in the order they were recorded. */
export async function listResponses(db: Main, assemblyId: AssemblyId): Promise<AuthorityResponseRow[]> {
  const rows = await db
    .select({ response: authorityResponse })
    .from(authorityResponse)
    .innerJoin(recommendation, eq(recommendation.id, authorityResponse.recommendationId))
    .where(eq(recommendation.assemblyId, assemblyId))
    .orderBy(asc(authorityResponse.at), asc(authorityResponse.id));
  return rows.map(({ response }) => response);
}

/** The answers per recommendation, the last one last. */
export function byRecommendation(rows: readonly AuthorityResponseRow[]): Map<RecommendationId, AuthorityResponseRow[]> {
  const grouped = new Map<RecommendationId, AuthorityResponseRow[]>();
  for (const row of rows) grouped.set(row.recommendationId, [...(grouped.get(row.recommendationId) ?? []), row]);
  return grouped;
}
