import { assemblyStream, documentStream } from "~/app/domain/assembly/streams";
import type { CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import { changeLock, type RecommendationRow } from "~/db/repositories/recommendation";
import { listVoteQuestions, listVotes } from "~/db/repositories/vote";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { loadRecommendation, type RecommendationOrder } from "../../kernel/draft/load-recommendation";
import { settleDocument } from "./settle-document";

/**
 * Makes a draft of a locked recommendation again, with a reason. Its revision stays on record.
 * Refuses with `reason-missing`, `not-locked`, `recommendation-in-vote` (a vote on this text is open or was held), and what
 * `loadRecommendation` refuses.
 */
export async function unlockRecommendation(
  caller: Caller,
  commandId: CommandId | null,
  order: RecommendationOrder & { readonly reason: string },
): Promise<Result<null>> {
  const { app, actor } = caller;
  const result = await carryOut<null>(caller, { commandId, action: "recommendation.unlock" }, async (tx) => {
    const loaded = await loadRecommendation(tx, actor, { action: "recommendation.unlock", ...order });
    if (!loaded.ok) return loaded;
    const { row } = loaded.value;
    const reason = order.reason.trim();
    if (reason === "") return refuse("reason-missing", undefined, "reason");
    if (row.state !== "locked") return refuse("not-locked");
    if (await isVotedOn(tx, row)) return refuse("recommendation-in-vote");
    if (!(await changeLock(tx, row, null))) return refuse("changed-meanwhile");
    const { assemblyId } = order;
    const { id, number, revisionId } = row;
    return accept({
      value: null,
      journal: [
        {
          action: "recommendation.unlock",
          assemblyId,
          subject: { kind: "recommendation", id },
          data: { number, revisionId, reason },
        },
      ],
      facts: [
        {
          stream: assemblyStream(assemblyId),
          type: "recommendation-unlocked",
          payload: { recommendationId: id, number },
        },
        { stream: documentStream(row.documentId), type: "text-unlocked", payload: null },
      ],
    });
  });
  if (result.ok) await settleDocument(app, order.recommendationId);
  return result;
}

async function isVotedOn(tx: MainTx, { id, assemblyId }: RecommendationRow): Promise<boolean> {
  const held = (await listVotes(tx, assemblyId)).filter(({ state }) => state !== "prepared");
  for (const vote of held) {
    if ((await listVoteQuestions(tx, vote.id)).some(({ recommendationId }) => recommendationId === id)) return true;
  }
  return false;
}
