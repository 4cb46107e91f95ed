import type { Quota } from "~/app/domain/sortition/draw-request";
import type { PoolFileRow, PoolRow } from "~/db/repositories/pool";
import { markOf } from "../seen";

/** The whole table: bounds of one feature follow from those of the others. */
export function quotasMark(quotas: readonly Quota[]): string {
  return markOf(quotas);
}

/** Which pool there is and which file waits: what an upload, its columns and its removal are about. */
export function uploadMark(pool: PoolRow | undefined, file: PoolFileRow | undefined): string {
  return markOf([pool?.importBatch ?? null, file?.id ?? null]);
}
