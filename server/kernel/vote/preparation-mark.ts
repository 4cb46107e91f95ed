import type { RecommendationRow } from "~/db/repositories/recommendation";
import type { VoteRow } from "~/db/repositories/vote";
import { markOf } from "../seen";

/** What somebody who prepares a vote has before them: the votes there are, and the texts that would be voted on. */
export function preparationMark(
  votes: readonly VoteRow[],
  locked: readonly Pick<RecommendationRow, "id" | "revisionId">[],
): string {
  return markOf([votes.map(({ id }) => id), locked.map(({ id, revisionId }) => [id, revisionId])]);
}
