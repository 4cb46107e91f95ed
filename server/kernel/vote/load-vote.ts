import type { Actor } from "~/app/domain/assembly/actor";
import type { Action } from "~/app/domain/assembly/rights";
import type { AssemblyId, VoteId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { findVote, type VoteRow } from "~/db/repositories/vote";
import { type Authorised, authorise } from "../authorise";

export interface VoteOrder {
  readonly assemblyId: AssemblyId;
  readonly voteId: VoteId;
}

/** A vote of this assembly that the actor may act on. Refuses with `vote-unknown` and what `authorise` refuses. */
export async function loadVote(
  db: Main,
  actor: Actor,
  { action, assemblyId, voteId }: VoteOrder & { readonly action: Action },
): Promise<Result<Authorised & { readonly vote: VoteRow }>> {
  const authorised = await authorise(db, actor, { action, assemblyId });
  if (!authorised.ok) return authorised;
  const vote = await findVote(db, voteId);
  if (!vote || vote.assemblyId !== assemblyId) return refuse("vote-unknown");
  return accept({ ...authorised.value, vote });
}
