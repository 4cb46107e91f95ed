import type { Actor } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import type { Action } from "~/app/domain/assembly/rights";
import type { AssemblyId, ParticipationId, RecommendationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { findRecommendation, type RecommendationRow } from "~/db/repositories/recommendation";
import { authorIdsOf } from "~/db/repositories/recommendation-author";
import { type Authorised, authorise } from "../authorise";

export interface RecommendationOrder {
  readonly assemblyId: AssemblyId;
  readonly recommendationId: RecommendationId;
}

export interface LoadedRecommendation extends Authorised {
  readonly row: RecommendationRow;
  readonly authorIds: readonly ParticipationId[];
}

/**
 * A recommendation of this assembly that the actor may act on. Refuses with `recommendation-unknown`, with what `authorise` refuses,
 * and, for whoever does not write it or finds it locked, with `not-your-group` and `document-locked`. `recommendation.read` asks
 * nothing of the document.
 */
export async function loadRecommendation(
  db: Main,
  actor: Actor,
  { action, assemblyId, recommendationId }: RecommendationOrder & { readonly action: Action },
): Promise<Result<LoadedRecommendation>> {
  const authorised = await authorise(db, actor, { action, assemblyId });
  if (!authorised.ok) return authorised;
  const row = await findRecommendation(db, recommendationId);
  if (!row || row.assemblyId !== assemblyId) return refuse("recommendation-unknown");
  const authorIds = await authorIdsOf(db, recommendationId);
  if (action !== "recommendation.read") {
    const document = { writers: authorIds, locked: row.state === "locked" };
    const permitted = permits(actor, action, { ...authorised.value.scope, document });
    if (!permitted.ok) return permitted;
  }
  return accept({ ...authorised.value, row, authorIds });
}
