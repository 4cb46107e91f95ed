import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, or } from "drizzle-orm";
import type { AssemblyId, Id } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { importBatch, pool } from "../schema/recruitment";

export type PoolRow = typeof pool.$inferSelect;
export type ImportBatchRow = typeof importBatch.$inferSelect;
export type ImportBatchId = Id<"import-batch">;

export async function findPool(db: Main, assemblyId: AssemblyId): Promise<PoolRow | undefined> {
  const [row] = await db.select().from(pool).where(eq(pool.assemblyId, assemblyId));
  return row;
}

/** The assembly's pool is this one from now on. */
export async function savePool(db: Main, row: PoolRow): Promise<void> {
  await db.insert(pool).values(row).onConflictDoUpdate({ target: pool.assemblyId, set: row });
}

export async function setUndrawnDeletion(
  db: Main,
  assemblyId: AssemblyId,
  change: Partial<Pick<PoolRow, "deleteUndrawnAt" | "undrawnDeletedAt">>,
): Promise<void> {
  await db.update(pool).set(change).where(eq(pool.assemblyId, assemblyId));
}

/** Pools whose undrawn volunteers are due to be deleted, or were so lately that some may still be there. */
export async function poolsDueForDeletion(
  db: Main,
  { now, since }: { now: Date; since: Date },
): Promise<Pick<PoolRow, "assemblyId" | "undrawnDeletedAt">[]> {
  const notFinished = or(isNull(pool.undrawnDeletedAt), gt(pool.undrawnDeletedAt, since));
  return db
    .select({ assemblyId: pool.assemblyId, undrawnDeletedAt: pool.undrawnDeletedAt })
    .from(pool)
    .where(and(isNotNull(pool.deleteUndrawnAt), lte(pool.deleteUndrawnAt, now), notFinished));
}

export async function insertImportBatch(db: Main, row: ImportBatchRow): Promise<void> {
  await db.insert(importBatch).values(row);
}

export async function lastImportBatch(db: Main, assemblyId: AssemblyId): Promise<ImportBatchRow | undefined> {
  const [row] = await db
    .select()
    .from(importBatch)
    .where(eq(importBatch.assemblyId, assemblyId))
    .orderBy(desc(importBatch.startedAt), desc(importBatch.id))
    .limit(1);
  return row;
}

/** Batches that nobody writes: new ones, and those whose writer has gone. */
export async function importBatchesToWrite(db: Main, now: Date): Promise<Pick<ImportBatchRow, "id">[]> {
  return db
    .select({ id: importBatch.id })
    .from(importBatch)
    .where(and(eq(importBatch.state, "writing"), or(isNull(importBatch.leasedUntil), lt(importBatch.leasedUntil, now))))
    .orderBy(asc(importBatch.startedAt));
}

export async function findImportBatch(db: Main, id: ImportBatchId): Promise<ImportBatchRow | undefined> {
  const [row] = await db.select().from(importBatch).where(eq(importBatch.id, id));
  return row;
}

/** A batch as whoever writes it holds it. */
export interface HeldImport {
  readonly id: ImportBatchId;
  readonly leasedUntil: Date;
}

/** Takes a batch to write, by compare-and-set; null when somebody else has it. */
export async function leaseImportBatch(
  db: Main,
  id: ImportBatchId,
  { now, until }: { now: Date; until: Date },
): Promise<HeldImport | null> {
  const free = or(isNull(importBatch.leasedUntil), lt(importBatch.leasedUntil, now));
  const taken = await db
    .update(importBatch)
    .set({ leasedUntil: until, written: 0 })
    .where(and(eq(importBatch.id, id), eq(importBatch.state, "writing"), free))
    .returning({ id: importBatch.id });
  return taken.length > 0 ? { id, leasedUntil: until } : null;
}

/** Keeps a held batch or ends it, by compare-and-set; false when somebody else has it by now. */
export async function updateImportBatch(
  db: Main,
  { id, leasedUntil }: HeldImport,
  change: Partial<Pick<ImportBatchRow, "state" | "written" | "leasedUntil" | "endedAt">>,
): Promise<boolean> {
  const changed = await db
    .update(importBatch)
    .set(change)
    .where(and(eq(importBatch.id, id), eq(importBatch.state, "writing"), eq(importBatch.leasedUntil, leasedUntil)))
    .returning({ id: importBatch.id });
  return changed.length > 0;
}

/** Ended batches of an assembly other than the pool's own, whose volunteers may still have to be removed. */
export async function endedBatches(
  db: Main,
  assemblyId: AssemblyId,
  except: ImportBatchId | null,
): Promise<ImportBatchId[]> {
  const rows = await db
    .select({ id: importBatch.id })
    .from(importBatch)
    .where(
      and(
        eq(importBatch.assemblyId, assemblyId),
        inArray(importBatch.state, ["done", "failed"]),
        ...(except === null ? [] : [ne(importBatch.id, except)]),
      ),
    );
  return rows.map(({ id }) => id);
}
