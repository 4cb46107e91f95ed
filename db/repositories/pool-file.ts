import { and, asc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import type { AssemblyId, Id } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { poolFile, poolFileCheck, poolFilePart } from "../schema/recruitment";

export type PoolFileRow = typeof poolFile.$inferSelect;
export type PoolFilePartRow = typeof poolFilePart.$inferSelect;
export type PoolFileCheckRow = typeof poolFileCheck.$inferSelect;
export type PoolFileId = Id<"pool-file">;
export type PoolFileHead = Pick<PoolFileRow, "id" | "assemblyId" | "state" | "leasedUntil" | "createdAt">;

/** The file that waits for its columns: neither one that is still received, nor one whose rows are being removed. */
export async function findPoolFile(db: Main, assemblyId: AssemblyId): Promise<PoolFileRow | undefined> {
  const waiting = and(eq(poolFile.assemblyId, assemblyId), eq(poolFile.state, "waiting"));
  const [row] = await db.select().from(poolFile).where(waiting);
  return row;
}

export async function insertPoolFile(db: Main, row: typeof poolFile.$inferInsert): Promise<void> {
  await db.insert(poolFile).values(row);
}

/** Whoever receives a file holds it until then; false when it was taken for left. */
export async function renewPoolFile(db: Main, id: PoolFileId, leasedUntil: Date): Promise<boolean> {
  return change(db, isReceived(id), { leasedUntil });
}

/** Once all of a file is there, and no other waits: from now on it is the one that waits. False when it was taken for left. */
export async function letPoolFileWait(db: Main, id: PoolFileId): Promise<boolean> {
  return change(db, isReceived(id), { state: "waiting", leasedUntil: null });
}

/** Nobody needs the file any more: its rows are to be removed. */
export async function leavePoolFile(db: Main, id: PoolFileId): Promise<void> {
  await change(db, eq(poolFile.id, id), { state: "left", leasedUntil: null });
}

/** The same for a file that is as it was seen, and that nobody is receiving now; false otherwise. */
export async function leaveUnheldPoolFile(
  db: Main,
  { id, state }: Pick<PoolFileRow, "id" | "state">,
  now: Date,
): Promise<boolean> {
  const unheld = or(isNull(poolFile.leasedUntil), lt(poolFile.leasedUntil, now));
  return change(db, and(eq(poolFile.id, id), eq(poolFile.state, state), unheld), { state: "left", leasedUntil: null });
}

/** The same for a file of which not every row is there. */
export async function leaveReceivedFile(db: Main, id: PoolFileId): Promise<void> {
  await change(db, isReceived(id), { state: "left", leasedUntil: null });
}

const isReceived = (id: PoolFileId) => and(eq(poolFile.id, id), eq(poolFile.state, "receiving"));

async function change(
  db: Main,
  which: ReturnType<typeof and>,
  to: Partial<Pick<PoolFileRow, "state" | "leasedUntil">>,
): Promise<boolean> {
  return (await db.update(poolFile).set(to).where(which)).rowCount === 1;
}

/** A part that is there already stays as it is. */
export async function insertPoolFilePart(db: Main, row: PoolFilePartRow): Promise<void> {
  await db.insert(poolFilePart).values(row).onConflictDoNothing();
}

export async function findPoolFilePart(
  db: Main,
  fileId: PoolFileId,
  part: number,
): Promise<PoolFilePartRow | undefined> {
  const [row] = await db
    .select()
    .from(poolFilePart)
    .where(and(eq(poolFilePart.fileId, fileId), eq(poolFilePart.part, part)));
  return row;
}

/** Removes some parts of a file; false when there are no more. */
export async function deleteSomePoolFileParts(db: Main, fileId: PoolFileId, most: number): Promise<boolean> {
  const own = eq(poolFilePart.fileId, fileId);
  const found = await db
    .select({ part: poolFilePart.part })
    .from(poolFilePart)
    .where(own)
    .orderBy(asc(poolFilePart.part))
    .limit(most);
  const parts = found.map(({ part }) => part);
  if (parts.length > 0) await db.delete(poolFilePart).where(and(own, inArray(poolFilePart.part, parts)));
  return parts.length > 0;
}

/** Removes a file of which no part is there any more, with what was found in it. */
export async function deletePoolFile(db: Main, id: PoolFileId): Promise<void> {
  await deletePoolFileCheck(db, id);
  await db.delete(poolFile).where(eq(poolFile.id, id));
}

/** Every uploaded file, without its header, which may be long. */
export async function listPoolFiles(db: Main): Promise<PoolFileHead[]> {
  const { id, assemblyId, state, leasedUntil, createdAt } = poolFile;
  return db.select({ id, assemblyId, state, leasedUntil, createdAt }).from(poolFile);
}

/** What was found in a file, if it was for the same. */
export async function findPoolFileCheck(
  db: Main,
  { fileId, basis }: Pick<PoolFileCheckRow, "fileId" | "basis">,
): Promise<PoolFileCheckRow | undefined> {
  const same = and(eq(poolFileCheck.fileId, fileId), eq(poolFileCheck.basis, basis));
  const [row] = await db.select().from(poolFileCheck).where(same);
  return row;
}

/** Keeps what was found in a file, in place of what was found before. */
export async function savePoolFileCheck(db: Main, row: PoolFileCheckRow): Promise<void> {
  await db.insert(poolFileCheck).values(row).onConflictDoUpdate({ target: poolFileCheck.fileId, set: row });
}

export async function deletePoolFileCheck(db: Main, fileId: PoolFileId): Promise<void> {
  await db.delete(poolFileCheck).where(eq(poolFileCheck.fileId, fileId));
}
