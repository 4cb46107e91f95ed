import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { readPool } from "~/app/domain/recruitment/check-pool";
import { type ColumnMeaning, columnsOf, type PoolColumns } from "~/app/domain/recruitment/pool-columns";
import type { Main } from "~/db/connect";
import { findPool } from "~/db/repositories/pool";
import {
  findPoolFile,
  findPoolFileCheck,
  findPoolFilePart,
  type PoolFileCheckRow,
  type PoolFileRow,
  savePoolFileCheck,
} from "~/db/repositories/pool-file";
import { listQuotas } from "~/db/repositories/quota";
import { inTransaction } from "~/db/transaction";
import type { Caller } from "../../context";
import { authorise } from "../authorise";
import { storageRefusal } from "../carry-out";
import { checkSeen, type FilledFrom } from "../seen";
import { findWaitingFile } from "./find-waiting-file";
import { letOthersWork } from "./let-others-work";
import { poolCheckBasis, uploadMark } from "./recruit-marks";

/** How many people the file has, and its bad cells: the first ones, and how many there are. */
export type PoolFileCheck = PoolFileCheckRow;

export interface CheckPoolFile extends FilledFrom {
  readonly assemblyId: AssemblyId;
  /** One per column of the header. */
  readonly meanings: readonly ColumnMeaning[];
}

/** A file with what its columns are, as the organiser says. */
export interface ReadableFile {
  readonly file: PoolFileRow;
  readonly columns: PoolColumns;
}

/**
 * Every bad cell of the uploaded file, its columns meaning what the organiser says. Its rows are read once: what was found is kept until
 * columns or quotas are others. Refuses as `authorise` and `findReadableFile` do.
 */
export async function checkPoolFile({ app, actor }: Caller, order: CheckPoolFile): Promise<Result<PoolFileCheck>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "pool.import", assemblyId: order.assemblyId });
  if (!authorised.ok) return authorised;
  const readable = await findReadableFile(main, order);
  if (!readable.ok) return readable;
  const kept = await findKeptCheck(main, readable.value);
  return kept ? accept(kept) : readRows(main, readable.value).catch(storageRefusal);
}

/** Refuses `pool-file-missing`, `changed-meanwhile` when the columns shown were those of another file, and what `columnsOf` refuses. */
export async function findReadableFile(
  db: Main,
  { assemblyId, meanings, seen }: CheckPoolFile,
): Promise<Result<ReadableFile>> {
  const file = await findWaitingFile(db, assemblyId);
  if (!file) return refuse("pool-file-missing");
  const same = checkSeen(uploadMark(await findPool(db, assemblyId), file), seen);
  if (!same.ok) return same;
  const columns = columnsOf(file.header, meanings);
  return columns.ok ? accept({ file, columns: columns.value }) : columns;
}

/** What was found in the file, if it was read for these columns and for the quotas there are now. */
export async function findKeptCheck(db: Main, { file, columns }: ReadableFile): Promise<PoolFileCheck | undefined> {
  const basis = poolCheckBasis(columns, await listQuotas(db, file.assemblyId));
  return findPoolFileCheck(db, { fileId: file.id, basis });
}

/** Reads every row, and keeps what it finds. Refuses `pool-file-missing` when the file made way meanwhile: it may have been read in part. */
export async function readRows(main: Main, { file, columns }: ReadableFile): Promise<Result<PoolFileCheck>> {
  const quotas = await listQuotas(main, file.assemblyId);
  const reader = readPool(file.header, columns, { quotas });
  for (let part = 0; ; part++) {
    const rows = await findPoolFilePart(main, file.id, part);
    if (!rows) break;
    reader.take(rows.rows, rows.firstRow);
    await letOthersWork();
  }
  const { people, problemCount, problems } = reader.check();
  const basis = poolCheckBasis(columns, quotas);
  const check = { fileId: file.id, basis, people, problemCount, problems: [...problems] };
  return inTransaction(main, async (tx): Promise<Result<PoolFileCheck>> => {
    if ((await findPoolFile(tx, file.assemblyId))?.id !== file.id) return refuse("pool-file-missing");
    await savePoolFileCheck(tx, check);
    return accept(check);
  });
}
