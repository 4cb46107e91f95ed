import { type CommandId, newId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findPool, type ImportBatchId, insertImportBatch } from "~/db/repositories/pool";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import {
  type CheckPoolFile,
  checkPoolFile,
  findKeptCheck,
  findReadableFile,
} from "../../kernel/recruit/check-pool-file";
import { poolStillOpen } from "../../kernel/recruit/pool-still-open";

export interface StartImport extends CheckPoolFile {
  /** The organiser has said that the pool there is may be replaced. */
  readonly replace: boolean;
}

type Started = { readonly batchId: ImportBatchId; readonly people: number };

/**
 * Has a clean file written as the assembly's pool (by the job "pool-import"). The pool there was stays until all is written.
 * Refuses as `authorise`, `poolStillOpen` and `findReadableFile` do, `pool-file-not-clean` (data: count), `pool-replace-unconfirmed`, and
 * `pool-file-unread` when the quotas change while its rows are read.
 */
export async function startImport(
  caller: Caller,
  commandId: CommandId | null,
  order: StartImport,
): Promise<Result<Started>> {
  const started = await startChecked(caller, commandId, order);
  if (started.ok || started.refusal.code !== "pool-file-unread") return started;
  // Whoever looked at its columns has had it read; it is read here when nobody did, or the quotas are others since.
  const checked = await checkPoolFile(caller, order);
  return checked.ok ? startChecked(caller, commandId, order) : checked;
}

async function startChecked(caller: Caller, commandId: CommandId | null, order: StartImport): Promise<Result<Started>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const { assemblyId } = order;
  return carryOut(caller, { commandId, action: "pool.import" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "pool.import", assemblyId });
    if (!authorised.ok) return authorised;
    const open = await poolStillOpen(tx, assemblyId);
    if (!open.ok) return open;
    const readable = await findReadableFile(tx, order);
    if (!readable.ok) return readable;
    const checked = await findKeptCheck(tx, readable.value);
    if (!checked) return refuse("pool-file-unread");
    const { people, problemCount } = checked;
    if (problemCount > 0) return refuse("pool-file-not-clean", { count: problemCount });
    if (!order.replace && (await findPool(tx, assemblyId))) return refuse("pool-replace-unconfirmed", {}, "replace");
    const { file, columns } = readable.value;
    const batchId = newId<"import-batch">(app.random);
    await insertImportBatch(tx, {
      id: batchId,
      assemblyId,
      state: "writing",
      rows: people,
      written: 0,
      fileId: file.id,
      columns,
      leasedUntil: null,
      startedAt: app.clock.now(),
      startedBy: actor.personId,
      endedAt: null,
    });
    return accept({ value: { batchId, people }, journal: [], wake: ["pool-import"] });
  });
}
