import { teamStream } from "~/app/domain/assembly/streams";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { newId } from "~/app/domain/kernel/ids";
import { accept } from "~/app/domain/kernel/result";
import { type ImportedCandidate, readPool } from "~/app/domain/recruitment/check-pool";
import { findAssembly } from "~/db/repositories/assembly";
import { type CandidateRow, deleteSomeOfBatch, insertCandidates } from "~/db/repositories/candidate";
import {
  endedBatches,
  findImportBatch,
  findPool,
  type ImportBatchId,
  type ImportBatchRow,
  importBatchesToWrite,
  leaseImportBatch,
  savePool,
  updateImportBatch,
} from "~/db/repositories/pool";
import { deletePoolFileCheck, findPoolFilePart, leavePoolFile, type PoolFileRow } from "~/db/repositories/pool-file";
import { listQuotas } from "~/db/repositories/quota";
import { inTransaction } from "~/db/transaction";
import type { App } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { findWaitingFile } from "../../kernel/recruit/find-waiting-file";
import { letOthersWork } from "../../kernel/recruit/let-others-work";
import { inTheNameOf } from "./in-the-name-of";
import { dropKeptDraw } from "./keep-draw";
import { renewForecast } from "./renew-forecast";

const AT_ONCE = 500;
const SLICE_ROWS = 100;
/** A writer that has not written a part for so long has gone. */
const LEASE_MS = MINUTE_MS;

/** Writes every import that waits. Answers how many. */
export async function writeImports(app: App): Promise<number> {
  let written = 0;
  for (const { id } of await importBatchesToWrite(app.stores.main, app.clock.now())) {
    if (await writeImport(app, id)) written++;
  }
  return written;
}

/** Writes an import, also one that a stopped server left half written, from the start; false when another server does. */
export async function writeImport(app: App, id: ImportBatchId): Promise<boolean> {
  const now = app.clock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  if (!(await leaseImportBatch(app.stores.main, id, { now, until }))) return false;
  const batch = await findImportBatch(app.stores.main, id);
  if (!batch) return false;
  await removeBatch(app, batch);
  await writeBatch(app, batch);
  await removeOldBatches(app, batch);
  return true;
}

async function writeBatch(app: App, batch: ImportBatchRow): Promise<void> {
  const { main } = app.stores;
  const file = await findWaitingFile(main, batch.assemblyId);
  if (file?.id !== batch.fileId) return failBatch(app, batch);
  const reader = readPool(file.header, batch.columns, { quotas: await listQuotas(main, batch.assemblyId) });
  let written = 0;
  for (let part = 0; ; part++) {
    const rows = await findPoolFilePart(main, file.id, part);
    if (!rows) break;
    const found = reader.take(rows.rows, rows.firstRow);
    await insertInSlices(app, candidateRows(app, batch, found));
    written += found.length;
    const leasedUntil = new Date(app.clock.now().getTime() + LEASE_MS);
    await updateImportBatch(main, batch.id, { written, leasedUntil });
    tellOf(app, batch);
  }
  // It is written as it was checked, or not at all: the file may have been taken for left, or a row mean something else to this version.
  if (written !== batch.rows) return failBatch(app, batch);
  await finish(app, batch, { file, people: written });
}

function candidateRows(app: App, batch: ImportBatchRow, found: readonly ImportedCandidate[]): CandidateRow[] {
  const createdAt = app.clock.now();
  return found.map((person) => ({
    ...person,
    id: newId<"candidate">(app.random),
    assemblyId: batch.assemblyId,
    importBatch: batch.id,
    household: [...person.household],
    features: { ...person.features },
    createdAt,
  }));
}

/** SQLite writes on the thread that serves everybody: a slice is what others may wait for. */
async function insertInSlices(app: App, rows: readonly CandidateRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += SLICE_ROWS) {
    await inTransaction(app.stores.main, (tx) => insertCandidates(tx, rows.slice(at, at + SLICE_ROWS)));
    await letOthersWork();
  }
}

/** All is written: from one moment to the next, this is the pool. In the name of the organiser who asked for it. */
async function finish(
  app: App,
  batch: ImportBatchRow,
  { file, people }: { file: PoolFileRow; people: number },
): Promise<void> {
  const { assemblyId } = batch;
  await carryOut(
    { app, actor: inTheNameOf(batch.startedBy) },
    { commandId: null, action: "pool.import" },
    async (tx) => {
      const replaced = await findPool(tx, assemblyId);
      await savePool(tx, {
        assemblyId,
        fileName: file.fileName,
        columns: batch.columns,
        importBatch: batch.id,
        people,
        importedAt: app.clock.now(),
        importedBy: batch.startedBy,
        deleteUndrawnAt: null,
        undrawnDeletedAt: null,
      });
      await updateImportBatch(tx, batch.id, {
        state: "done",
        written: people,
        endedAt: app.clock.now(),
        leasedUntil: null,
      });
      await leavePoolFile(tx, file.id);
      const assembly = await findAssembly(tx, assemblyId);
      const renewed = assembly ? await renewForecast(tx, app, assembly) : [];
      const data = { people, replaced: replaced?.people ?? 0 };
      return accept({
        value: null,
        journal: [
          { action: "pool.import", assemblyId, subject: { kind: "import-batch", id: batch.id }, data },
          ...(await dropKeptDraw(tx, assemblyId)),
        ],
        facts: [{ stream: teamStream(assemblyId), type: "pool-imported", payload: { people } }],
        wake: ["forgotten-uploads", ...renewed],
      });
    },
  );
}

/** What was found in its file is true no more: whoever tries again has it read anew. */
async function failBatch(app: App, batch: ImportBatchRow): Promise<void> {
  await deletePoolFileCheck(app.stores.main, batch.fileId);
  await updateImportBatch(app.stores.main, batch.id, { state: "failed", endedAt: app.clock.now(), leasedUntil: null });
  tellOf(app, batch);
}

function tellOf({ announcer }: App, { assemblyId }: ImportBatchRow): void {
  announcer.moved([{ stream: teamStream(assemblyId), what: "import" }]);
}

async function removeOldBatches(app: App, batch: ImportBatchRow): Promise<void> {
  const pool = await findPool(app.stores.main, batch.assemblyId);
  for (const id of await endedBatches(app.stores.main, batch.assemblyId, pool?.importBatch ?? null)) {
    await removeBatch(app, { ...batch, id });
  }
}

async function removeBatch(app: App, { id }: Pick<ImportBatchRow, "id">): Promise<void> {
  while ((await deleteSomeOfBatch(app.stores.main, id, AT_ONCE)) > 0) await letOthersWork();
}
