import type { AssemblyId } from "~/app/domain/kernel/ids";
import { pseudonymous } from "~/app/domain/recruitment/plan-draw";
import type { DrawCandidate, Quota } from "~/app/domain/sortition/draw-request";
import type { Main } from "~/db/connect";
import { listPoolCandidates } from "~/db/repositories/candidate";
import { findPool } from "~/db/repositories/pool";
import { listQuotas } from "~/db/repositories/quota";
import { letOthersWork } from "../../kernel/recruit/let-others-work";

/** The pool as the draw sees it. */
export interface LoadedPool {
  readonly importBatch: string | null;
  readonly quotas: readonly Quota[];
  readonly people: readonly DrawCandidate[];
}

/** Read outside of transactions, so that nobody waits for ten thousand rows. */
export async function loadPool(db: Main, assemblyId: AssemblyId): Promise<LoadedPool> {
  const pool = await findPool(db, assemblyId);
  const quotas = await listQuotas(db, assemblyId);
  const candidates = await listPoolCandidates(db, assemblyId);
  await letOthersWork();
  const people = pseudonymous(candidates, quotas);
  await letOthersWork();
  return { importBatch: pool?.importBatch ?? null, quotas, people };
}
