import { and, eq, inArray } from "drizzle-orm";
import type { IdeaId, RecommendationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { recommendationIdea } from "../schema/drafting";

/** Links ideas to a recommendation; a link that is there already stays. */
export async function linkIdeas(
  db: Main,
  recommendationId: RecommendationId,
  ideaIds: readonly IdeaId[],
): Promise<void> {
  if (ideaIds.length === 0) return;
  await db
    .insert(recommendationIdea)
    .values(ideaIds.map((ideaId) => ({ recommendationId, ideaId })))
    .onConflictDoNothing();
}

export async function unlinkIdea(db: Main, recommendationId: RecommendationId, ideaId: IdeaId): Promise<void> {
  await db
    .delete(recommendationIdea)
    .where(and(eq(recommendationIdea.recommendationId, recommendationId), eq(recommendationIdea.ideaId, ideaId)));
}

/** Which ideas each of these recommendations comes from. */
export async function linkedIdeaIds(
  db: Main,
  ids: readonly RecommendationId[],
): Promise<ReadonlyMap<RecommendationId, readonly IdeaId[]>> {
  const linked = new Map<RecommendationId, IdeaId[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return linked;
  const rows = await db
    .select()
    .from(recommendationIdea)
    .where(inArray(recommendationIdea.recommendationId, [...ids]));
  for (const { recommendationId, ideaId } of rows) linked.get(recommendationId)?.push(ideaId);
  return linked;
}
