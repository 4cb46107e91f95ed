import { teamStream } from "~/app/domain/assembly/streams";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { newId } from "~/app/domain/kernel/ids";
import { accept, refuse } from "~/app/domain/kernel/result";
import { type ImportedCandidate, readPool } from "~/app/domain/recruitment/check-pool";
import { findAssembly } from "~/db/repositories/assembly";
import { type CandidateRow, deleteSomeOfBatch, insertCandidates } from "~/db/repositories/candidate";
import {
  endedBatches,
  findImportBatch,
  findPool,
  type HeldImport,
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
  const held = await leaseImportBatch(app.stores.main, id, leaseFrom(app));
  if (!held) return false;
  const batch = await findImportBatch(app.stores.main, id);
  if (!batch) return false;
  await removeBatch(app, batch);
  await writeBatch(app, batch, held);
  await removeOldBatches(app, batch);
  return true;
}

function leaseFrom({ clock }: App): { readonly now: Date; readonly until: Date } {
  const now = clock.now();
  return { now, until: new Date(now.getTime() + LEASE_MS) };
}

async function writeBatch(app: App, batch: ImportBatchRow, leased: HeldImport): Promise<void> {
  const { main } = app.stores;
  const file = await findWaitingFile(main, batch.assemblyId);
  if (file?.id !== batch.fileId) return failBatch(app, batch, leased);
  const reader = readPool(file.header, batch.columns, { quotas: await listQuotas(main, batch.assemblyId) });
  let held = leased;
  let written = 0;
  for (let part = 0; ; part++) {
    const rows = await findPoolFilePart(main, file.id, part);
    if (!rows) break;
    const people = candidateRows(app, batch, reader.take(rows.rows, rows.firstRow));
    for (let at = 0; at < people.length; at += SLICE_ROWS) {
      const slice = people.slice(at, at + SLICE_ROWS);
      written += slice.length;
      const kept = await insertSlice(app, held, { slice, written });
      if (!kept) return;
      held = kept;
      await letOthersWork();
    }
    tellOf(app, batch);
  }
  // It is written as it was checked, or not at all: the file may have been taken for left, or a row mean something else to this version.
  if (written !== batch.rows) return failBatch(app, batch, held);
  await finish(app, { batch, held, file });
}

/**
 * SQLite writes on the thread that serves everybody: a slice is what others may wait for. Null when another server has the import by now,
 * which writes it from the start: a writer that stood still for longer than its lease writes nothing more into it.
 */
function insertSlice(
  app: App,
  held: HeldImport,
  { slice, written }: { readonly slice: readonly CandidateRow[]; readonly written: number },
): Promise<HeldImport | null> {
  return inTransaction(app.stores.main, async (tx) => {
    const leasedUntil = leaseFrom(app).until;
    if (!(await updateImportBatch(tx, held, { written, leasedUntil }))) return null;
    await insertCandidates(tx, slice);
    return { id: held.id, leasedUntil };
  });
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

/** All is written: from one moment to the next, this is the pool. In the name of the organiser who asked for it. */
async function finish(
  app: App,
  { batch, held, file }: { readonly batch: ImportBatchRow; readonly held: HeldImport; readonly file: PoolFileRow },
): Promise<void> {
  const { assemblyId, rows: people } = batch;
  await carryOut(
    { app, actor: inTheNameOf(batch.startedBy) },
    { commandId: null, action: "pool.import" },
    async (tx) => {
      const end = { state: "done", endedAt: app.clock.now(), leasedUntil: null } as const;
      if (!(await updateImportBatch(tx, held, end))) return refuse("storage-busy");
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
async function failBatch(app: App, batch: ImportBatchRow, held: HeldImport): Promise<void> {
  const end = { state: "failed", endedAt: app.clock.now(), leasedUntil: null } as const;
  await inTransaction(app.stores.main, async (tx) => {
    if (await updateImportBatch(tx, held, end)) await deletePoolFileCheck(tx, batch.fileId);
  });
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
