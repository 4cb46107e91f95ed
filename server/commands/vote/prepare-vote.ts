import { type AssemblyId, type CommandId, newId, type VoteId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type ThresholdName, thresholds } from "~/app/domain/voting/show-of-hands";
import { listRecommendations } from "~/db/repositories/recommendation";
import { insertVote, insertVoteQuestions, listVotes } from "~/db/repositories/vote";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { checkSeen, type FilledFrom } from "../../kernel/seen";
import { preparationMark } from "../../kernel/vote/preparation-mark";

export interface VotePreparation extends FilledFrom {
  readonly assemblyId: AssemblyId;
  readonly title: Localised;
  readonly threshold: ThresholdName;
  readonly quorumPercent: number;
  /** The latest end; null: a person closes it. */
  readonly closesAt: Date | null;
}

/**
 * Prepares one ballot with every locked recommendation.
 * Refuses with `no-locked-recommendation`, `changed-meanwhile` when another vote was prepared or other recommendations were locked since
 * the form was shown, and what `authorise` refuses.
 */
export async function prepareVote(
  caller: Caller,
  commandId: CommandId | null,
  order: VotePreparation,
): Promise<Result<{ readonly voteId: VoteId }>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: "vote.prepare" }, async (tx) => {
    const { assemblyId, title, quorumPercent, closesAt } = order;
    const authorised = await authorise(tx, actor, { action: "vote.prepare", assemblyId });
    if (!authorised.ok) return authorised;
    const locked = (await listRecommendations(tx, assemblyId)).filter(({ state }) => state === "locked");
    if (locked.length === 0) return refuse("no-locked-recommendation");
    const same = checkSeen(preparationMark(await listVotes(tx, assemblyId), locked), order.seen);
    if (!same.ok) return same;
    const { rule, numerator, denominator } = thresholds[order.threshold];
    const voteId = newId<"vote">(app.random);
    await insertVote(tx, {
      id: voteId,
      assemblyId,
      title,
      method: "show-of-hands",
      state: "prepared",
      thresholdRule: rule,
      thresholdNumerator: numerator,
      thresholdDenominator: denominator,
      quorumPercent,
      sheet: null,
      sheetHash: null,
      closesAt,
      openedAt: null,
      openedBy: null,
      closedAt: null,
      createdAt: app.clock.now(),
      version: 1,
    });
    const questions = locked.map(({ id }, position) => ({
      id: newId<"vote-question">(app.random),
      voteId,
      recommendationId: id,
      position,
    }));
    await insertVoteQuestions(tx, questions);
    const data = { threshold: order.threshold, quorumPercent, questions: questions.length };
    return accept({
      value: { voteId },
      journal: [{ action: "vote.prepare", assemblyId, subject: { kind: "vote", id: voteId }, data }],
    });
  });
}
