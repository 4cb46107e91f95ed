import { poolReaderVersion } from "~/app/domain/recruitment/check-pool";
import type { PoolColumns } from "~/app/domain/recruitment/pool-columns";
import type { Quota } from "~/app/domain/sortition/draw-request";
import type { PoolRow } from "~/db/repositories/pool";
import type { PoolFileRow } from "~/db/repositories/pool-file";
import { markOf } from "../seen";

/** The whole table: bounds of one feature follow from those of the others. */
export function quotasMark(quotas: readonly Quota[]): string {
  return markOf(quotas);
}

/** Which pool there is and which file waits: what an upload, its columns and its removal are about. */
export function uploadMark(pool: PoolRow | undefined, file: PoolFileRow | undefined): string {
  return markOf([pool?.importBatch ?? null, file?.id ?? null]);
}

/** What is found in a file's rows depends on nothing else (`readPool`): their bounds are no matter of the file. */
export function poolCheckBasis(columns: PoolColumns, quotas: readonly Quota[]): string {
  return markOf([poolReaderVersion, columns, quotas.map(({ feature, value }) => [feature, value])]);
}
