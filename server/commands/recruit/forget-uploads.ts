import { DAY_MS, MINUTE_MS } from "~/app/domain/kernel/clock";
import {
  deletePoolFile,
  lastImportBatch,
  leaseImportBatch,
  listPoolFiles,
  updateImportBatch,
} from "~/db/repositories/pool";
import { inTransaction } from "~/db/transaction";
import type { App } from "../../context";
import { findWaitingFile } from "./find-waiting-file";

/**
 * A file that nobody went on with for a day is forgotten, since it is personal data: also one whose import never came to its end.
 * So is, at once, one that would be refused today: the server that let it in may have ended over it.
 */
export async function forgetUploads(app: App): Promise<void> {
  const { main } = app.stores;
  const now = app.clock.now();
  for (const { id, assemblyId, createdAt } of await listPoolFiles(main)) {
    const old = createdAt.getTime() < now.getTime() - DAY_MS;
    if (!old && (await findWaitingFile(main, assemblyId))) continue;
    await inTransaction(main, async (tx) => {
      const batch = await lastImportBatch(tx, assemblyId);
      if (batch?.state === "writing") {
        const until = new Date(now.getTime() + MINUTE_MS);
        // Somebody is writing it at this moment.
        if (!(await leaseImportBatch(tx, batch.id, { now, until }))) return;
        await updateImportBatch(tx, batch.id, { state: "failed", endedAt: now, leasedUntil: null });
      }
      await deletePoolFile(tx, id);
    });
  }
}
