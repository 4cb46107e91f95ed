import { eq, inArray } from "drizzle-orm";
import type { RevisionContent } from "~/app/domain/drafting/revision-content";
import type { RecommendationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { readJson } from "../read-json";
import { recommendation, revision } from "../schema/drafting";
import { revisionContent } from "../shapes/revision-content";

export type RevisionRow = typeof revision.$inferSelect;

export async function insertRevision(db: Main, row: RevisionRow): Promise<void> {
  await db.insert(revision).values(row);
}

/** The locked text of each of these recommendations that has one, as it was frozen. */
export async function lockedContents(
  db: Main,
  ids: readonly RecommendationId[],
): Promise<Map<RecommendationId, RevisionContent>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: recommendation.id, content: revision.content })
    .from(recommendation)
    .innerJoin(revision, eq(revision.id, recommendation.revisionId))
    .where(inArray(recommendation.id, [...ids]));
  return new Map(rows.map(({ id, content }) => [id, readJson(revision.content, revisionContent, content)]));
}

export async function findRevision(db: Main, id: RevisionRow["id"]): Promise<RevisionRow | undefined> {
  const [row] = await db.select().from(revision).where(eq(revision.id, id));
  return row;
}
