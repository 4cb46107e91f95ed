import type { AssemblyId } from "~/app/domain/kernel/ids";
import { checkHeader } from "~/app/domain/recruitment/pool-columns";
import type { Main } from "~/db/connect";
import { findPoolFile, type PoolFileRow } from "~/db/repositories/pool-file";

/**
 * The uploaded file that waits for its columns. One that would be refused today, from before there were limits, counts as gone: drawing
 * it would end the process, and `forgetUploads` removes it.
 */
export async function findWaitingFile(db: Main, assemblyId: AssemblyId): Promise<PoolFileRow | undefined> {
  const file = await findPoolFile(db, assemblyId);
  return file && checkHeader(file.header).ok ? file : undefined;
}
