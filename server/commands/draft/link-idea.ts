import type { CommandId, IdeaId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findIdea } from "~/db/repositories/idea";
import { linkIdeas, unlinkIdea } from "~/db/repositories/recommendation-idea";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { loadRecommendation, type RecommendationOrder } from "../../kernel/draft/load-recommendation";

export interface IdeaLink extends RecommendationOrder {
  readonly ideaId: IdeaId;
  /** False takes the link away. */
  readonly linked: boolean;
}

/** Says that a recommendation comes from an idea, or no longer. Refuses with `idea-unknown`, and what `loadRecommendation` refuses. */
export async function linkIdea(caller: Caller, commandId: CommandId | null, order: IdeaLink): Promise<Result<null>> {
  const { assemblyId, ideaId, linked } = order;
  const action = linked ? "recommendation.link-idea" : "recommendation.unlink-idea";
  return carryOut<null>(caller, { commandId, action }, async (tx) => {
    const loaded = await loadRecommendation(tx, caller.actor, { action: "recommendation.write", ...order });
    if (!loaded.ok) return loaded;
    const { id } = loaded.value.row;
    const idea = await findIdea(tx, ideaId);
    if (!idea || idea.assemblyId !== assemblyId || (linked && idea.droppedAt)) {
      return refuse("idea-unknown", undefined, "ideaId");
    }
    if (linked) await linkIdeas(tx, id, [ideaId]);
    else await unlinkIdea(tx, id, ideaId);
    return accept({
      value: null,
      journal: [{ action, assemblyId, subject: { kind: "recommendation", id }, data: { ideaId } }],
    });
  });
}
