import { documentStream } from "~/app/domain/assembly/streams";
import type { CommandId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findParticipation } from "~/db/repositories/participation";
import { addAuthors } from "~/db/repositories/recommendation-author";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { loadRecommendation, type RecommendationOrder } from "../../kernel/draft/load-recommendation";

/**
 * Lets one more member write. Whoever may submit the recommendation may add somebody: its authors, facilitators, organisers.
 * Refuses with `member-unknown`, and what `loadRecommendation` refuses.
 */
export async function addAuthor(
  caller: Caller,
  commandId: CommandId | null,
  order: RecommendationOrder & { readonly participationId: ParticipationId },
): Promise<Result<null>> {
  const { assemblyId, participationId } = order;
  return carryOut<null>(caller, { commandId, action: "recommendation.add-author" }, async (tx) => {
    const loaded = await loadRecommendation(tx, caller.actor, { action: "recommendation.lock", ...order });
    if (!loaded.ok) return loaded;
    const { id, documentId } = loaded.value.row;
    const added = await findParticipation(tx, participationId);
    if (!added || added.assemblyId !== assemblyId || added.role !== "member" || added.state !== "active") {
      return refuse("member-unknown", undefined, "participationId");
    }
    await addAuthors(tx, id, [participationId]);
    const data = { participationId };
    return accept({
      value: null,
      journal: [{ action: "recommendation.add-author", assemblyId, subject: { kind: "recommendation", id }, data }],
      facts: [{ stream: documentStream(documentId), type: "author-added", payload: { participationId } }],
    });
  });
}
