import { and, asc, eq, max, type SQL, sql } from "drizzle-orm";
import type { RowField } from "~/app/domain/drafting/row-fields";
import { entriesOf } from "~/app/domain/kernel/entries-of";
import type { AssemblyId, Id, RecommendationId } from "~/app/domain/kernel/ids";
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

/** Every recommendation of the installation that is still a draft. */
export async function listDrafts(db: Main): Promise<RecommendationRow[]> {
  return db.select().from(recommendation).where(eq(recommendation.state, "draft"));
}

/** The highest number given in the assembly, 0 before the first. */
export async function lastRecommendationNumber(db: Main, assemblyId: AssemblyId): Promise<number> {
  const [row] = await db
    .select({ number: max(recommendation.number) })
    .from(recommendation)
    .where(eq(recommendation.assemblyId, assemblyId));
  return row?.number ?? 0;
}

type FieldTexts = Partial<Record<RowField, string>>;

/** Writes the fields of a draft that still hold what `from` says; answers whether they did. */
export async function changeFields(
  db: Main,
  id: RecommendationId,
  { from, to }: { readonly from: FieldTexts; readonly to: FieldTexts },
): Promise<boolean> {
  const held: SQL[] = entriesOf(from).map(([field, text]) => eq(recommendation[field], text));
  const changed = await db
    .update(recommendation)
    .set({ ...to, version: sql`${recommendation.version} + 1` })
    .where(and(eq(recommendation.id, id), eq(recommendation.state, "draft"), ...held))
    .returning({ id: recommendation.id });
  return changed.length === 1;
}

/** Locks a draft with its revision, or makes a draft of it again (null); answers whether the row was as it had been read. */
export async function changeLock(
  db: Main,
  { id, version }: Pick<RecommendationRow, "id" | "version">,
  revisionId: Id<"revision"> | null,
): Promise<boolean> {
  const changed = await db
    .update(recommendation)
    .set({ state: revisionId === null ? "draft" : "locked", revisionId, version: version + 1 })
    .where(and(eq(recommendation.id, id), eq(recommendation.version, version)))
    .returning({ id: recommendation.id });
  return changed.length === 1;
}
