import { membershipIn } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { type Choice, type ThresholdName, thresholdName } from "~/app/domain/voting/show-of-hands";
import { isTakingVoices } from "~/app/domain/voting/vote-state";
import type { Main } from "~/db/connect";
import { countVoters, listHandsOf } from "~/db/repositories/hand-raised";
import { listParticipants } from "~/db/repositories/participation";
import { listRoll, listVoteQuestions, type VoteRow } from "~/db/repositories/vote";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { loadVote, type VoteOrder } from "../../kernel/vote/load-vote";
import { type QuestionResult, voteResults } from "./vote-results";

export interface Voter {
  readonly id: ParticipationId;
  readonly name: string;
  readonly seat: number | null;
}

export interface VotePage {
  readonly title: Localised;
  readonly state: "prepared" | "open" | "counting" | "closed";
  readonly threshold: ThresholdName;
  readonly quorumPercent: number;
  readonly closesAtMs: number | null;
  readonly closedAtMs: number | null;
  readonly sheetHash: string | null;
  readonly questions: readonly { id: string; recommendationId: string; number: number; title: string }[];
  readonly turnout: { readonly voted: number; readonly roll: number };
  readonly mayRun: boolean;
  /** The asker's own choices by question; null for those who are not on the roll. */
  readonly mine: Readonly<Record<string, Choice>> | null;
  /** Only once the vote is closed and counted. */
  readonly results: readonly QuestionResult[];
  readonly voters: readonly Voter[];
}

/** One vote, as much of it as the asker may see now: no result before the closing. */
export async function votePage({ app, actor }: Caller, order: VoteOrder): Promise<Result<VotePage>> {
  const db = app.stores.main;
  const runs = await authorise(db, actor, { action: "vote.prepare", assemblyId: order.assemblyId });
  const loaded = await loadVote(db, actor, { action: runs.ok ? "vote.prepare" : "vote.see", ...order });
  if (!loaded.ok) return loaded;
  const { vote, scope } = loaded.value;
  if (vote.state === "prepared" && !runs.ok) return { ok: false, refusal: { code: "vote-unknown" } };
  const questions = await listVoteQuestions(db, vote.id);
  const taking = isTakingVoices({ ...vote, questions: questions.length }, app.clock.now());
  const roll = await listRoll(db, vote.id);
  const member = membershipIn(actor, order.assemblyId);
  const onRoll = member !== undefined && roll.includes(member.participationId);
  return accept({
    title: vote.title,
    state: vote.state === "open" && !taking ? "counting" : vote.state,
    threshold: nameOf(vote),
    quorumPercent: vote.quorumPercent,
    closesAtMs: vote.closesAt?.getTime() ?? null,
    closedAtMs: vote.closedAt?.getTime() ?? null,
    sheetHash: vote.sheetHash,
    questions: questions.map(({ id, recommendationId, number, title }) => ({ id, recommendationId, number, title })),
    turnout: { voted: await countVoters(db, vote.id), roll: roll.length },
    mayRun: permits(actor, "vote.run", scope).ok,
    mine: onRoll ? await choicesOf(db, vote, member.participationId) : null,
    results: vote.state === "closed" ? await voteResults(db, vote.id) : [],
    voters: vote.state === "closed" ? await votersOf(db, vote, roll) : [],
  });
}

function nameOf(vote: VoteRow): ThresholdName {
  const { thresholdRule: rule, thresholdNumerator: numerator, thresholdDenominator: denominator } = vote;
  const name = thresholdName({ rule, numerator, denominator });
  if (!name) throw new Error(`vote ${vote.id} has a threshold that nobody could choose`);
  return name;
}

async function choicesOf(db: Main, vote: VoteRow, id: ParticipationId): Promise<Record<string, Choice>> {
  return Object.fromEntries((await listHandsOf(db, vote.id, id)).map(({ questionId, choice }) => [questionId, choice]));
}

async function votersOf(db: Main, vote: VoteRow, roll: readonly ParticipationId[]): Promise<Voter[]> {
  const people = await listParticipants(db, vote.assemblyId);
  return people.filter(({ id }) => roll.includes(id)).map(({ id, name, seat }) => ({ id, name, seat }));
}
