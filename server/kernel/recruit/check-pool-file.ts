import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type PoolCheck, readPool } from "~/app/domain/recruitment/check-pool";
import { type ColumnMeaning, columnsOf } from "~/app/domain/recruitment/pool-columns";
import { findPoolFilePart, type PoolFileId } from "~/db/repositories/pool";
import { listQuotas } from "~/db/repositories/quota";
import type { Caller } from "../../context";
import { authorise } from "../authorise";
import { findWaitingFile } from "./find-waiting-file";
import { letOthersWork } from "./let-others-work";

export interface PoolFileCheck extends PoolCheck {
  readonly fileId: PoolFileId;
}

/**
 * Every bad cell of the uploaded file, its columns meaning what the organiser says. Refuses as `authorise` does,
 * `pool-file-missing`, and what `columnsOf` refuses.
 */
export async function checkPoolFile(
  { app, actor }: Caller,
  { assemblyId, meanings }: { readonly assemblyId: AssemblyId; readonly meanings: readonly ColumnMeaning[] },
): Promise<Result<PoolFileCheck>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "pool.import", assemblyId });
  if (!authorised.ok) return authorised;
  const file = await findWaitingFile(main, assemblyId);
  if (!file) return refuse("pool-file-missing");
  const columns = columnsOf(file.header, meanings);
  if (!columns.ok) return columns;
  const reader = readPool(file.header, columns.value, { quotas: await listQuotas(main, assemblyId) });
  for (let part = 0; ; part++) {
    const rows = await findPoolFilePart(main, file.id, part);
    if (!rows) break;
    reader.take(rows.rows, rows.firstRow);
    await letOthersWork();
  }
  return accept({ fileId: file.id, ...reader.check() });
}
