import type { RevisionContent } from "~/app/domain/drafting/revision-content";
import type { ResponseState } from "~/app/domain/follow-up/response-state";
import type { AssemblyId, RecommendationId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import type { Tally, Threshold } from "~/app/domain/voting/show-of-hands";
import type { Main } from "~/db/connect";
import { byRecommendation, listResponses } from "~/db/repositories/authority-response";
import { listRecommendations } from "~/db/repositories/recommendation";
import { lockedContents } from "~/db/repositories/revision";
import { listTallies, listVoteQuestions, listVotes } from "~/db/repositories/vote";

export interface RecommendationResult {
  readonly tally: Tally;
  readonly threshold: Threshold;
  readonly closedAtMs: number;
}

export interface AuthorityAnswer {
  readonly state: ResponseState;
  readonly text: Localised;
  readonly answeredOnMs: number;
}

export interface PublicRecommendation {
  readonly id: RecommendationId;
  readonly number: number;
  readonly title: string;
  readonly language: string;
  readonly content: RevisionContent;
  /** The last closed vote on it; null while there was none. */
  readonly result: RecommendationResult | null;
  readonly answers: readonly AuthorityAnswer[];
}

/** The locked recommendations with their result and what the authority answered, by number. */
export async function publicRecommendations(db: Main, assemblyId: AssemblyId): Promise<PublicRecommendation[]> {
  const rows = (await listRecommendations(db, assemblyId)).filter(({ state }) => state === "locked");
  const contents = await lockedContents(
    db,
    rows.map(({ id }) => id),
  );
  const results = await lastResults(db, assemblyId);
  const answers = byRecommendation(await listResponses(db, assemblyId));
  return rows.flatMap(({ id, number, title, language }) => {
    const content = contents.get(id);
    if (!content) return [];
    const own = (answers.get(id) ?? []).map(({ state, text, answeredOn }) => ({
      state,
      text,
      answeredOnMs: answeredOn.getTime(),
    }));
    return [{ id, number, title, language, content, result: results.get(id) ?? null, answers: own }];
  });
}

async function lastResults(db: Main, assemblyId: AssemblyId): Promise<Map<string, RecommendationResult>> {
  const results = new Map<string, RecommendationResult>();
  const closed = (await listVotes(db, assemblyId)).filter(({ state }) => state === "closed").reverse();
  for (const vote of closed) {
    const tallies = new Map((await listTallies(db, vote.id)).map(({ questionId, ...tally }) => [questionId, tally]));
    const { thresholdRule: rule, thresholdNumerator: numerator, thresholdDenominator: denominator } = vote;
    for (const { id, recommendationId } of await listVoteQuestions(db, vote.id)) {
      const tally = tallies.get(id);
      const closedAtMs = vote.closedAt?.getTime() ?? 0;
      if (tally) results.set(recommendationId, { tally, threshold: { rule, numerator, denominator }, closedAtMs });
    }
  }
  return results;
}
