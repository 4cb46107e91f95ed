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
import { findWaitingFile } from "../../kernel/recruit/find-waiting-file";

type Upload = Awaited<ReturnType<typeof listPoolFiles>>[number];

/**
 * A file that nobody went on with for a day is forgotten, since it is personal data: also one whose import never came to its end.
 * So is, at once, one that would be refused today: the server that let it in may have ended over it.
 */
export async function uploadsToForget({ stores: { main }, clock }: App): Promise<Upload[]> {
  const dayAgoMs = clock.now().getTime() - DAY_MS;
  const found: Upload[] = [];
  for (const file of await listPoolFiles(main)) {
    if (file.createdAt.getTime() < dayAgoMs || !(await findWaitingFile(main, file.assemblyId))) found.push(file);
  }
  return found;
}

/** Forgets such a file, and ends its import; one that somebody writes at this moment stays. */
export async function forgetUpload({ stores: { main }, clock }: App, { id, assemblyId }: Upload): Promise<void> {
  const now = clock.now();
  await inTransaction(main, async (tx) => {
    const batch = await lastImportBatch(tx, assemblyId);
    if (batch?.state === "writing") {
      const until = new Date(now.getTime() + MINUTE_MS);
      if (!(await leaseImportBatch(tx, batch.id, { now, until }))) return;
      await updateImportBatch(tx, batch.id, { state: "failed", endedAt: now, leasedUntil: null });
    }
    await deletePoolFile(tx, id);
  });
}
