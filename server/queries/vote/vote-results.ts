import type { ParticipationId, VoteId } from "~/app/domain/kernel/ids";
import type { Choice, Tally } from "~/app/domain/voting/show-of-hands";
import type { Main } from "~/db/connect";
import { listHands } from "~/db/repositories/hand-raised";
import { listTallies, listVoteQuestions } from "~/db/repositories/vote";

export interface QuestionResult {
  readonly questionId: string;
  readonly recommendationId: string;
  readonly number: number;
  readonly title: string;
  readonly tally: Tally;
  /** Who chose what: a show of hands is open. Participation ids; names are added where they may be seen. */
  readonly hands: Readonly<Record<ParticipationId, Choice>>;
}

/** The counted results of a closed vote, in the order of its questions; empty before it was counted. */
export async function voteResults(db: Main, voteId: VoteId): Promise<QuestionResult[]> {
  const tallies = new Map((await listTallies(db, voteId)).map(({ questionId, ...tally }) => [questionId, tally]));
  const hands = await listHands(db, voteId);
  return (await listVoteQuestions(db, voteId)).flatMap(({ id, recommendationId, number, title }) => {
    const tally = tallies.get(id);
    if (!tally) return [];
    const own = hands.filter(({ questionId }) => questionId === id);
    const byPerson = Object.fromEntries(own.map(({ participationId, choice }) => [participationId, choice]));
    return [{ questionId: id, recommendationId, number, title, tally, hands: byPerson }];
  });
}
