import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { PersonId } from "~/app/domain/kernel/ids";
import { accepted, type Result, refuse } from "~/app/domain/kernel/result";
import { guardRows, guardTable, type TableBreach } from "~/app/domain/kernel/table-limits";
import type { MainTx } from "~/db/connect";
import {
  insertPoolFile,
  insertPoolFilePart,
  leaveReceivedFile,
  type PoolFileId,
  type PoolFileRow,
  renewPoolFile,
} from "~/db/repositories/pool-file";
import { inTransaction } from "~/db/transaction";
import type { App } from "../../context";
import { storageRefusal } from "../../kernel/carry-out";
import { letOthersWork } from "../../kernel/recruit/let-others-work";

/** Rows that are written, checked and read together: what others may wait for. */
const PART_ROWS = 500;
/** Fewer of them where they are long, in signs: five hundred of them may be the whole of a file. */
const PART_SIGNS = 250_000;
/** Whoever has not written a part for so long has gone. */
const LEASE_MS = MINUTE_MS;

export interface ReceivedRows {
  readonly rows: readonly (readonly string[])[];
  /** The number of the first of them in the spreadsheet; 2 unless blank lines came before the header. */
  readonly firstRow?: number;
}

type BegunFile = Pick<PoolFileRow, "id" | "assemblyId" | "fileName" | "header" | "rows"> & { readonly by: PersonId };

/** Whether a file keeps the limits of tables, counted some rows at a time. Refuses as `guardTable` does. */
export async function keepsLimits(
  header: readonly string[],
  { rows }: ReceivedRows,
): Promise<Result<undefined, TableBreach>> {
  const guard = guardTable();
  let kept = guardRows(guard, [header]);
  for (let at = 0; kept.ok && at < rows.length; at += PART_ROWS) {
    kept = guardRows(guard, rows.slice(at, at + PART_ROWS));
    await letOthersWork();
  }
  return kept;
}

/** Makes a file of which no row is there yet. Until all are, it waits for nothing, and is nobody's. */
export async function beginFile(tx: MainTx, app: App, { by, fileName, ...file }: BegunFile): Promise<void> {
  const now = app.clock.now();
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  const received = { state: "receiving", leasedUntil, createdAt: now, createdBy: by } as const;
  await insertPoolFile(tx, { ...file, ...received, fileName: fileName.slice(0, 200) });
}

/**
 * Writes the rows, each part in its own transaction: nobody who writes waits for a whole file. Refuses `storage-busy` when it took so long
 * that the file was taken for left.
 */
export async function receiveRows(
  { clock, stores: { main } }: App,
  fileId: PoolFileId,
  received: ReceivedRows,
): Promise<Result<undefined, "storage-busy">> {
  let part = 0;
  for (const { firstRow, rows } of partsOf(received)) {
    const until = new Date(clock.now().getTime() + LEASE_MS);
    const row = { fileId, part: part++, firstRow, rows };
    const held = await inTransaction(
      main,
      async (tx) => {
        if (!(await renewPoolFile(tx, fileId, until))) return false;
        await insertPoolFilePart(tx, row);
        return true;
      },
      { repeatable: true },
    );
    if (!held) return refuse("storage-busy");
    await letOthersWork();
  }
  return accepted;
}

/** What was received of a file is removed, unless it waits: its answer may have been lost, and not its rows. A store that does not take this either leaves it to the end of the lease. */
export async function giveUpFile({ jobs, stores: { main } }: App, fileId: PoolFileId): Promise<void> {
  const left = await leaveReceivedFile(main, fileId).then(() => accepted, storageRefusal);
  if (left.ok) jobs.wake("forgotten-uploads");
}

interface FilePart {
  readonly firstRow: number;
  readonly rows: string[][];
}

function* partsOf({ rows, firstRow = 2 }: ReceivedRows): Generator<FilePart> {
  let [part, signs, next]: [string[][], number, number] = [[], 0, firstRow];
  for (const row of rows) {
    part.push([...row]);
    signs += row.reduce((sum, cell) => sum + cell.length, 0);
    if (part.length < PART_ROWS && signs < PART_SIGNS) continue;
    yield { firstRow: next, rows: part };
    [part, signs, next] = [[], 0, next + part.length];
  }
  if (part.length > 0) yield { firstRow: next, rows: part };
}
