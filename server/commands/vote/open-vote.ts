import { createHash } from "node:crypto";
import { assemblyStream } from "~/app/domain/assembly/streams";
import type { CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { ballotSheet } from "~/app/domain/voting/ballot-sheet";
import { mayOpen } from "~/app/domain/voting/vote-state";
import type { MainTx } from "~/db/connect";
import { listParticipants } from "~/db/repositories/participation";
import { insertRoll, listVoteQuestions, updateVote, type VoteRow } from "~/db/repositories/vote";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { loadVote, type VoteOrder } from "../../kernel/vote/load-vote";

/**
 * Opens a vote: threshold, quorum, questions, texts and roll are frozen in one hashed sheet.
 * Refuses with what `loadVote` and `mayOpen` refuse, `text-not-locked`, and `changed-meanwhile`.
 */
export async function openVote(caller: Caller, commandId: CommandId | null, order: VoteOrder): Promise<Result<null>> {
  const { app, actor } = caller;
  return carryOut<null>(caller, { commandId, action: "vote.open" }, async (tx) => {
    const loaded = await loadVote(tx, actor, { action: "vote.run", ...order });
    if (!loaded.ok) return loaded;
    const { vote } = loaded.value;
    const now = app.clock.now();
    const frozen = await freeze(tx, vote);
    const decision = mayOpen({ ...vote, questions: frozen.questions }, frozen.roll.length, now);
    if (!decision.ok) return decision;
    if (frozen.unlocked.length > 0) return refuse("text-not-locked", { numbers: frozen.unlocked });
    await insertRoll(
      tx,
      frozen.roll.map((participationId) => ({ voteId: vote.id, participationId, college: "members" })),
    );
    const openedBy = actor.kind === "person" ? actor.personId : null;
    const change = { state: "open", sheet: frozen.sheet, sheetHash: frozen.hash, openedAt: now, openedBy } as const;
    if (!(await updateVote(tx, vote, change))) return refuse("changed-meanwhile");
    const { assemblyId } = order;
    const data = { sheetHash: frozen.hash, roll: frozen.roll.length, questions: frozen.questions };
    return accept({
      value: null,
      journal: [{ action: "vote.open", assemblyId, subject: { kind: "vote", id: vote.id }, data }],
      facts: [{ stream: assemblyStream(assemblyId), type: "vote-opened", payload: { voteId: vote.id } }],
    });
  });
}

async function freeze(tx: MainTx, vote: VoteRow) {
  const questions = await listVoteQuestions(tx, vote.id);
  const members = (await listParticipants(tx, vote.assemblyId)).filter(({ role }) => role === "member");
  const roll = members.map(({ id }) => id);
  const sheet = ballotSheet({
    voteId: vote.id,
    method: "show-of-hands",
    threshold: { rule: vote.thresholdRule, numerator: vote.thresholdNumerator, denominator: vote.thresholdDenominator },
    quorumPercent: vote.quorumPercent,
    closesAt: vote.closesAt,
    roll,
    questions: questions.map(({ id, number, title, textHash }) => ({
      questionId: id,
      recommendation: number,
      title,
      textHash: textHash ?? "",
    })),
  });
  const unlocked = questions.filter(({ textHash }) => textHash === null).map(({ number }) => String(number));
  return { roll, sheet, hash: createHash("sha256").update(sheet).digest("hex"), questions: questions.length, unlocked };
}
