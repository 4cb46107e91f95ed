import { type AssemblyId, type CommandId, newId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type ColumnMeaning, columnsOf } from "~/app/domain/recruitment/pool-columns";
import { findPool, type ImportBatchId, insertImportBatch } from "~/db/repositories/pool";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { checkPoolFile } from "../../kernel/recruit/check-pool-file";
import { findWaitingFile } from "../../kernel/recruit/find-waiting-file";
import { poolStillOpen } from "../../kernel/recruit/pool-still-open";
import { uploadMark } from "../../kernel/recruit/recruit-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";

export interface StartImport extends FilledFrom {
  readonly assemblyId: AssemblyId;
  /** One per column of the header. */
  readonly meanings: readonly ColumnMeaning[];
  /** The organiser has said that the pool there is may be replaced. */
  readonly replace: boolean;
}

/**
 * Has a clean file written as the assembly's pool (by the job "pool-import"). The pool there was stays until all is written.
 * Refuses as `uploadPool` does, what `columnsOf` refuses, `pool-file-missing`, `pool-file-not-clean` (data: count),
 * `changed-meanwhile` when the columns shown were those of another file, and `pool-replace-unconfirmed`.
 */
export async function startImport(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, meanings, replace, seen }: StartImport,
): Promise<Result<{ readonly batchId: ImportBatchId; readonly people: number }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const checked = await checkPoolFile(caller, { assemblyId, meanings });
  if (!checked.ok) return checked;
  const { people, problemCount, fileId } = checked.value;
  if (problemCount > 0) return refuse("pool-file-not-clean", { count: problemCount });
  return carryOut(caller, { commandId, action: "pool.import" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "pool.import", assemblyId });
    if (!authorised.ok) return authorised;
    const open = await poolStillOpen(tx, assemblyId);
    if (!open.ok) return open;
    const file = await findWaitingFile(tx, assemblyId);
    if (file?.id !== fileId) return refuse("pool-file-missing");
    const columns = columnsOf(file.header, meanings);
    if (!columns.ok) return columns;
    const pool = await findPool(tx, assemblyId);
    const same = checkSeen(uploadMark(pool, file), seen);
    if (!same.ok) return same;
    if (!replace && pool) return refuse("pool-replace-unconfirmed", {}, "replace");
    const batchId = newId<"import-batch">(app.random);
    await insertImportBatch(tx, {
      id: batchId,
      assemblyId,
      state: "writing",
      rows: people,
      written: 0,
      fileId,
      columns: columns.value,
      leasedUntil: null,
      startedAt: app.clock.now(),
      startedBy: actor.personId,
      endedAt: null,
    });
    return accept({ value: { batchId, people }, journal: [], wake: ["pool-import"] });
  });
}
