import { DAY_MS } from "~/app/domain/kernel/clock";
import { deletePoolFile, lastImportBatch, poolFilesBefore } from "~/db/repositories/pool";
import { inTransaction } from "~/db/transaction";
import type { App } from "../../context";

/** A file that nobody went on with for a day is forgotten: it is personal data. */
export async function forgetUploads(app: App): Promise<void> {
  const before = new Date(app.clock.now().getTime() - DAY_MS);
  for (const { id, assemblyId } of await poolFilesBefore(app.stores.main, before)) {
    if ((await lastImportBatch(app.stores.main, assemblyId))?.state === "writing") continue;
    await inTransaction(app.stores.main, (tx) => deletePoolFile(tx, id));
  }
}
