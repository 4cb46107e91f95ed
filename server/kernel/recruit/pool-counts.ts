import type { AssemblyId } from "~/app/domain/kernel/ids";
import { countValues, type FeatureCount } from "~/app/domain/recruitment/count-values";
import type { Main } from "~/db/connect";
import { listPoolCandidates } from "~/db/repositories/candidate";
import { findPool } from "~/db/repositories/pool";

export interface PoolCounts {
  readonly people: number;
  readonly features: readonly FeatureCount[];
}

/** How many people of the pool have each value; nothing when there is no pool. */
export async function poolCounts(db: Main, assemblyId: AssemblyId): Promise<PoolCounts | undefined> {
  const pool = await findPool(db, assemblyId);
  if (!pool) return undefined;
  const candidates = await listPoolCandidates(db, assemblyId);
  const values = candidates.map(({ features }) => features);
  return { people: candidates.length, features: countValues(pool.columns.features, values) };
}
