import { DAY_MS, MINUTE_MS } from "~/app/domain/kernel/clock";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { MainTx } from "~/db/connect";
import { lastImportBatch, leaseImportBatch, updateImportBatch } from "~/db/repositories/pool";
import {
  deletePoolFile,
  deleteSomePoolFileParts,
  leaveUnheldPoolFile,
  listPoolFiles,
  type PoolFileHead,
  type PoolFileId,
} from "~/db/repositories/pool-file";
import { inTransaction, Rollback } from "~/db/transaction";
import type { App } from "../../context";
import { findWaitingFile } from "../../kernel/recruit/find-waiting-file";
import { letOthersWork } from "../../kernel/recruit/let-others-work";

/** Parts that are removed at once: others may wait for these. */
const PARTS_AT_ONCE = 4;

/**
 * Files that are personal data for nothing: one that was left (imported, replaced, discarded), one whose upload was cut half way, and one
 * that nobody went on with for a day, also when its import never came to its end. So is one that would be refused today: the server that
 * let it in may have ended over it.
 */
export async function uploadsToForget(app: App): Promise<PoolFileHead[]> {
  const found: PoolFileHead[] = [];
  for (const file of await listPoolFiles(app.stores.main)) {
    if (await isToForget(app, file)) found.push(file);
  }
  return found;
}

async function isToForget({ stores: { main }, clock }: App, file: PoolFileHead): Promise<boolean> {
  const now = clock.now();
  switch (file.state) {
    case "left":
      return true;
    case "receiving":
      return file.leasedUntil === null || file.leasedUntil < now;
    case "waiting":
      if (file.createdAt.getTime() < now.getTime() - DAY_MS) return true;
      return (await findWaitingFile(main, file.assemblyId)) === undefined;
    default:
      return file.state satisfies never;
  }
}

/** Forgets such a file, some rows at a time, and ends its import; one that somebody writes at this moment stays. */
export async function forgetUpload({ stores: { main }, clock }: App, file: PoolFileHead): Promise<void> {
  const now = clock.now();
  const isLeft = await inTransaction(main, async (tx) => {
    if (!(await leaveUnheldPoolFile(tx, file, now))) return false;
    const isStopped = file.state !== "waiting" || (await endImport(tx, file.assemblyId, now));
    return isStopped || new Rollback(false);
  });
  if (!isLeft) return;
  while (await removeSome(main, file.id)) await letOthersWork();
  await inTransaction(main, (tx) => deletePoolFile(tx, file.id));
}

function removeSome(main: App["stores"]["main"], id: PoolFileId): Promise<boolean> {
  return inTransaction(main, (tx) => deleteSomePoolFileParts(tx, id, PARTS_AT_ONCE));
}

/** False while somebody writes it. */
async function endImport(tx: MainTx, assemblyId: AssemblyId, now: Date): Promise<boolean> {
  const batch = await lastImportBatch(tx, assemblyId);
  if (batch?.state !== "writing") return true;
  const until = new Date(now.getTime() + MINUTE_MS);
  const held = await leaseImportBatch(tx, batch.id, { now, until });
  return held !== null && updateImportBatch(tx, held, { state: "failed", endedAt: now, leasedUntil: null });
}
