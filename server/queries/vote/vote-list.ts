import { rolesIn } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId, VoteId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { isTakingVoices } from "~/app/domain/voting/vote-state";
import { listHandsOf } from "~/db/repositories/hand-raised";
import { listRecommendations } from "~/db/repositories/recommendation";
import { listRoll, listVoteQuestions, listVotes } from "~/db/repositories/vote";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { preparationMark } from "../../kernel/vote/preparation-mark";

export interface VoteSummary {
  readonly id: VoteId;
  readonly title: Localised;
  readonly state: "prepared" | "open" | "closed";
  readonly questions: number;
  readonly closesAtMs: number | null;
  readonly closedAtMs: number | null;
  /** Whether the asker is on the roll, and whether they have voted; null for those who do not vote. */
  readonly mine: "to-do" | "done" | null;
}

export interface VoteList {
  readonly votes: readonly VoteSummary[];
  readonly mayPrepare: boolean;
  /** Goes back with a vote that is prepared. */
  readonly mark: string;
  readonly recommendations: { readonly locked: number; readonly draft: number };
}

/** The votes of an assembly as the asker may see them: prepared ones are for those who prepare them. */
export async function voteList({ app, actor }: Caller, assemblyId: AssemblyId): Promise<Result<VoteList>> {
  const db = app.stores.main;
  const now = app.clock.now();
  const prepares = await authorise(db, actor, { action: "vote.prepare", assemblyId });
  const sees = await authorise(db, actor, { action: "vote.see", assemblyId });
  if (!sees.ok && !prepares.ok) return sees;
  const mayPrepare = prepares.ok && permits(actor, "vote.prepare", prepares.value.scope).ok;
  const runs = await authorise(db, actor, { action: "assembly.edit", assemblyId });
  const existing = await listVotes(db, assemblyId);
  const rows = existing.filter(({ state }) => state !== "prepared" || runs.ok);
  const votes: VoteSummary[] = [];
  for (const vote of rows) {
    const questions = await listVoteQuestions(db, vote.id);
    const taking = isTakingVoices({ ...vote, questions: questions.length }, now);
    const state = vote.state === "open" && !taking ? "closed" : vote.state;
    const member = rolesIn(actor, assemblyId).find(({ role }) => role === "member");
    const mine =
      member && (await listRoll(db, vote.id)).includes(member.participationId) ? member.participationId : null;
    const voted = mine !== null && (await listHandsOf(db, vote.id, mine)).length > 0;
    votes.push({
      id: vote.id,
      title: vote.title,
      state,
      questions: questions.length,
      closesAtMs: vote.closesAt?.getTime() ?? null,
      closedAtMs: vote.closedAt?.getTime() ?? null,
      mine: mine === null ? null : voted ? "done" : "to-do",
    });
  }
  const all = await listRecommendations(db, assemblyId);
  const locked = all.filter(({ state }) => state === "locked");
  const recommendations = { locked: locked.length, draft: all.length - locked.length };
  return accept({ votes, mayPrepare, mark: preparationMark(existing, locked), recommendations });
}
