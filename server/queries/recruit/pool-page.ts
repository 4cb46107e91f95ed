import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { FeatureCount } from "~/app/domain/recruitment/count-values";
import { lastDraw } from "~/db/repositories/draw";
import { findPool, lastImportBatch } from "~/db/repositories/pool";
import { findPoolFile } from "~/db/repositories/pool-file";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { findWaitingFile } from "../../kernel/recruit/find-waiting-file";
import { poolCounts } from "../../kernel/recruit/pool-counts";
import { uploadMark } from "../../kernel/recruit/recruit-marks";

export interface PoolPage {
  readonly pool: {
    readonly fileName: string;
    readonly people: number;
    readonly importedAtMs: number;
    readonly features: readonly FeatureCount[];
    readonly households: boolean;
    readonly mails: boolean;
  } | null;
  /** A file whose columns have not been said yet. */
  readonly file: { readonly fileName: string; readonly rows: number } | null;
  /** Goes back with a new file, and with the removal of this one. */
  readonly mark: string;
  readonly importing: { readonly rows: number; readonly written: number } | null;
  /** The last import was given up: the quotas had changed under it. */
  readonly failed: boolean;
  readonly drawn: boolean;
  readonly undrawnDeleted: boolean;
}

/** The organiser's page of the pool. Refuses as `authorise` does. */
export async function poolPage(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<PoolPage>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "assembly.edit", assemblyId });
  if (!authorised.ok) return authorised;
  const pool = await findPool(main, assemblyId);
  const file = await findWaitingFile(main, assemblyId);
  const batch = await lastImportBatch(main, assemblyId);
  const counts = pool && (await poolCounts(main, assemblyId));
  return accept({
    pool: pool
      ? {
          fileName: pool.fileName,
          people: pool.people,
          importedAtMs: pool.importedAt.getTime(),
          features: counts?.features ?? [],
          households: pool.columns.household.length > 0,
          mails: pool.columns.email !== null,
        }
      : null,
    file: file && batch?.state !== "writing" ? { fileName: file.fileName, rows: file.rows } : null,
    mark: uploadMark(pool, await findPoolFile(main, assemblyId)),
    importing: batch?.state === "writing" ? { rows: batch.rows, written: batch.written } : null,
    failed: batch?.state === "failed" && file !== undefined,
    drawn: (await lastDraw(main, assemblyId)) !== undefined,
    undrawnDeleted: pool?.undrawnDeletedAt != null,
  });
}
