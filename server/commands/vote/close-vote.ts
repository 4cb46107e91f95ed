import { assemblyStream } from "~/app/domain/assembly/streams";
import type { CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { countHands, type Tally, type Terms } from "~/app/domain/voting/show-of-hands";
import { mayClose } from "~/app/domain/voting/vote-state";
import type { MainTx } from "~/db/connect";
import { listHands } from "~/db/repositories/hand-raised";
import { insertTallies, listRoll, listVoteQuestions, updateVote, type VoteRow } from "~/db/repositories/vote";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { loadVote, type VoteOrder } from "../../kernel/vote/load-vote";

/**
 * Closes a vote and counts it, once; the results can be seen from then on.
 * Refuses with what `loadVote` and `mayClose` refuse, and `changed-meanwhile`.
 */
export async function closeVote(caller: Caller, commandId: CommandId | null, order: VoteOrder): Promise<Result<null>> {
  const { app, actor } = caller;
  return carryOut<null>(caller, { commandId, action: "vote.close" }, async (tx) => {
    const loaded = await loadVote(tx, actor, { action: "vote.run", ...order });
    if (!loaded.ok) return loaded;
    const { vote } = loaded.value;
    const tallies = await count(tx, vote);
    const decision = mayClose({ ...vote, questions: tallies.length });
    if (!decision.ok) return decision;
    const now = app.clock.now();
    // A vote whose end has passed was closed then, whoever notices it.
    const closedAt = vote.closesAt !== null && vote.closesAt < now ? vote.closesAt : now;
    if (!(await updateVote(tx, vote, { state: "closed", closedAt }))) return refuse("changed-meanwhile");
    await insertTallies(tx, tallies);
    const { assemblyId } = order;
    const data = { outcomes: tallies.map(({ outcome }) => outcome) };
    return accept({
      value: null,
      journal: [{ action: "vote.close", assemblyId, subject: { kind: "vote", id: vote.id }, data }],
      facts: [{ stream: assemblyStream(assemblyId), type: "vote-closed", payload: { voteId: vote.id } }],
    });
  });
}

async function count(tx: MainTx, vote: VoteRow) {
  const [questions, hands, roll] = [
    await listVoteQuestions(tx, vote.id),
    await listHands(tx, vote.id),
    await listRoll(tx, vote.id),
  ];
  const threshold = {
    rule: vote.thresholdRule,
    numerator: vote.thresholdNumerator,
    denominator: vote.thresholdDenominator,
  };
  const terms: Terms = { threshold, quorumPercent: vote.quorumPercent };
  return questions.map(({ id: questionId }): Tally & { questionId: typeof questionId } => {
    const raised = hands.filter((hand) => hand.questionId === questionId).map(({ choice }) => choice);
    return { questionId, ...countHands(raised, roll.length, terms) };
  });
}
