import { and, asc, count, eq, gt, inArray, notInArray, sql } from "drizzle-orm";
import type { AssemblyId, CandidateId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { candidate, drawSeat, pool } from "../schema/recruitment";
import type { ImportBatchId } from "./pool";

export type CandidateRow = typeof candidate.$inferSelect;

const slot = <Column extends keyof CandidateRow & string>(column: Column) => sql.placeholder(column);

/**
 * One statement, built once and run for each row: building one for 500 rows takes longer than writing them, and holds everybody up
 * meanwhile. Give it a transaction.
 */
export async function insertCandidates(db: Main, rows: readonly CandidateRow[]): Promise<void> {
  const insert = db
    .insert(candidate)
    .values({
      id: slot("id"),
      assemblyId: slot("assemblyId"),
      importBatch: slot("importBatch"),
      importId: slot("importId"),
      name: slot("name"),
      email: slot("email"),
      phone: slot("phone"),
      household: slot("household"),
      features: slot("features"),
      createdAt: slot("createdAt"),
    })
    .prepare("insert_candidate");
  for (const row of rows) await insert.execute({ ...row });
}

export async function findCandidate(db: Main, id: CandidateId): Promise<CandidateRow | undefined> {
  const [row] = await db.select().from(candidate).where(eq(candidate.id, id));
  return row;
}

/** Mends the address of somebody who was drawn. */
export async function setCandidateEmail(db: Main, id: CandidateId, email: string): Promise<void> {
  await db.update(candidate).set({ email }).where(eq(candidate.id, id));
}

export async function findCandidates(db: Main, ids: readonly CandidateId[]): Promise<CandidateRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(candidate)
    .where(inArray(candidate.id, [...ids]));
}

/** The volunteers of the assembly's pool as the draw needs them, in the order of their ids. */
export async function listPoolCandidates(
  db: Main,
  assemblyId: AssemblyId,
): Promise<Pick<CandidateRow, "id" | "features" | "household">[]> {
  return db
    .select({ id: candidate.id, features: candidate.features, household: candidate.household })
    .from(candidate)
    .innerJoin(pool, and(eq(pool.assemblyId, candidate.assemblyId), eq(pool.importBatch, candidate.importBatch)))
    .where(eq(candidate.assemblyId, assemblyId))
    .orderBy(asc(candidate.id));
}

/** Whole rows of the pool in the order of their ids, up to `limit` of those after one. */
export async function poolCandidatesAfter(
  db: Main,
  assemblyId: AssemblyId,
  { after, limit }: { readonly after: CandidateId | null; readonly limit: number },
): Promise<CandidateRow[]> {
  const rows = await db
    .select({ candidate })
    .from(candidate)
    .innerJoin(pool, and(eq(pool.assemblyId, candidate.assemblyId), eq(pool.importBatch, candidate.importBatch)))
    .where(and(eq(candidate.assemblyId, assemblyId), ...(after === null ? [] : [gt(candidate.id, after)])))
    .orderBy(asc(candidate.id))
    .limit(limit);
  return rows.map((row) => row.candidate);
}

export async function countPoolCandidates(db: Main, assemblyId: AssemblyId): Promise<number> {
  const [row] = await db
    .select({ people: count() })
    .from(candidate)
    .innerJoin(pool, and(eq(pool.assemblyId, candidate.assemblyId), eq(pool.importBatch, candidate.importBatch)))
    .where(eq(candidate.assemblyId, assemblyId));
  return row?.people ?? 0;
}

/** Removes up to `limit` volunteers of a batch; answers how many. */
export async function deleteSomeOfBatch(db: Main, batch: ImportBatchId, limit: number): Promise<number> {
  return deleteSome(
    db,
    await db.select({ id: candidate.id }).from(candidate).where(eq(candidate.importBatch, batch)).limit(limit),
  );
}

/** Removes up to `limit` volunteers of the assembly whom no draw has drawn; answers how many. */
export async function deleteSomeUndrawn(db: Main, assemblyId: AssemblyId, limit: number): Promise<number> {
  const drawn = db.select({ id: drawSeat.candidateId }).from(drawSeat);
  const undrawn = and(eq(candidate.assemblyId, assemblyId), notInArray(candidate.id, drawn));
  return deleteSome(db, await db.select({ id: candidate.id }).from(candidate).where(undrawn).limit(limit));
}

async function deleteSome(db: Main, rows: readonly { readonly id: CandidateId }[]): Promise<number> {
  if (rows.length === 0) return 0;
  await db.delete(candidate).where(
    inArray(
      candidate.id,
      rows.map(({ id }) => id),
    ),
  );
  return rows.length;
}
