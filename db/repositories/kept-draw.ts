import { eq } from "drizzle-orm";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { keptDraw } from "../schema/recruitment";

export type KeptDrawRow = typeof keptDraw.$inferSelect;
/** What is kept without what it was computed from, whom it would draw, and its thousand panels. */
export type KeptDrawHead = Pick<KeptDrawRow, "runId" | "assemblyId" | "isWhole" | "report" | "keptAt">;

const head = {
  runId: keptDraw.runId,
  assemblyId: keptDraw.assemblyId,
  isWhole: keptDraw.isWhole,
  report: keptDraw.report,
  keptAt: keptDraw.keptAt,
};

export async function insertKeptDraw(db: Main, row: KeptDrawRow): Promise<void> {
  await db.insert(keptDraw).values(row);
}

export async function findKeptDraw(db: Main, assemblyId: AssemblyId): Promise<KeptDrawHead | undefined> {
  const [row] = await db.select(head).from(keptDraw).where(eq(keptDraw.assemblyId, assemblyId));
  return row;
}

export async function findWholeKeptDraw(db: Main, assemblyId: AssemblyId): Promise<KeptDrawRow | undefined> {
  const [row] = await db.select().from(keptDraw).where(eq(keptDraw.assemblyId, assemblyId));
  return row;
}

/** Answers the run it was kept of, if anything was kept. */
export async function deleteKeptDraw(db: Main, assemblyId: AssemblyId): Promise<KeptDrawRow["runId"] | undefined> {
  const [gone] = await db
    .delete(keptDraw)
    .where(eq(keptDraw.assemblyId, assemblyId))
    .returning({ runId: keptDraw.runId });
  return gone?.runId;
}
