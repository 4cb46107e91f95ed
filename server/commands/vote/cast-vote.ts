import { membershipIn } from "~/app/domain/assembly/actor";
import { teamStream } from "~/app/domain/assembly/streams";
import type { CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { Choice } from "~/app/domain/voting/show-of-hands";
import { mayCastVote } from "~/app/domain/voting/vote-state";
import { saveHand } from "~/db/repositories/hand-raised";
import { listRoll, listVoteQuestions } from "~/db/repositories/vote";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { loadVote, type VoteOrder } from "../../kernel/vote/load-vote";

export interface CastVote extends VoteOrder {
  /** One choice for every question of the ballot, by question id. */
  readonly choices: Readonly<Record<string, Choice>>;
}

/**
 * Records a member's choices on every question; a later call replaces them, until the closing.
 * Refuses with what `loadVote` and `mayCastVote` refuse, and `choice-missing` beside the question's field.
 */
export async function castVote(caller: Caller, commandId: CommandId | null, order: CastVote): Promise<Result<null>> {
  const { app, actor } = caller;
  return carryOut<null>(caller, { commandId, action: "vote.cast" }, async (tx) => {
    const { assemblyId } = order;
    const loaded = await loadVote(tx, actor, { action: "vote.cast", assemblyId, voteId: order.voteId });
    if (!loaded.ok) return loaded;
    const { vote } = loaded.value;
    const member = membershipIn(actor, assemblyId);
    const roll = await listRoll(tx, vote.id);
    const now = app.clock.now();
    const questions = await listVoteQuestions(tx, vote.id);
    const onRoll = member !== undefined && roll.includes(member.participationId);
    const decision = mayCastVote({ ...vote, questions: questions.length }, onRoll, now);
    if (!decision.ok) return decision;
    if (!member) return refuse("not-on-the-roll");
    const missing = questions.find(({ id }) => order.choices[id] === undefined);
    if (missing) return refuse("choice-missing", { number: missing.number }, `choice-${missing.id}`);
    for (const { id: questionId } of questions) {
      const choice = order.choices[questionId];
      if (choice === undefined) continue;
      const { participationId } = member;
      await saveHand(tx, { voteId: vote.id, questionId, participationId, choice, channel: "online", at: now });
    }
    return accept({
      value: null,
      journal: [{ action: "vote.cast", assemblyId, subject: { kind: "vote", id: vote.id } }],
      moved: [{ stream: teamStream(assemblyId), what: "voices" }],
    });
  });
}
