import { printCards } from "../../commands/auth/print-cards";
import { lockRecommendation } from "../../commands/draft/lock-recommendation";
import { askQuestion } from "../../commands/learn/ask-question";
import { inviteToTeam } from "../../commands/team/invite-to-team";
import { openVote } from "../../commands/vote/open-vote";
import { prepareVote } from "../../commands/vote/prepare-vote";
import { buildDraft, writeParagraph } from "../build-drafting";
import { at, type BuiltLive, buildLive, value } from "../build-live";
import type { World } from "../test-app";

/** Texts that no other assembly has: where one of them shows to a stranger, it leaked. */
export const secondTitle = "Assemblée de la rive gauche";

/**
 * A small assembly of another organisation in which everything is under way at once: a session in groups, a recommendation that is
 * written and one that is locked, a vote that is open, a question, a team link and a card.
 */
export async function buildSecondAssembly(world: World): Promise<BuiltLive> {
  const title = { fr: secondTitle, en: "Assembly of the left bank" };
  const phase = ["deliberation", "drafting", "decision"] as const;
  const built = await buildLive(world, { title, members: 4, facilitators: 2, phase });
  const { assemblyId, organiser } = built;
  await built.split();
  const author = at(built.members, 0);
  await buildDraft(world, built, author);
  const locked = await buildDraft(world, built, author);
  await writeParagraph(world, locked, { by: author, words: "Ouvrir la rive aux piétons." });
  value(await lockRecommendation(author, null, { assemblyId, recommendationId: locked.id }));
  const terms = { threshold: "more-than-half", quorumPercent: 50, closesAt: null } as const;
  const { voteId } = value(await prepareVote(organiser, null, { assemblyId, title, ...terms }));
  value(await openVote(organiser, null, { assemblyId, voteId }));
  value(await askQuestion(author, null, { assemblyId, text: "Combien de bancs y a-t-il ?", language: "fr" }));
  const invitee = { role: "observer", name: "Une observatrice", email: null, locale: "fr" } as const;
  value(await inviteToTeam(organiser, null, { assemblyId, ...invitee }));
  const participationIds = [at(built.members, 3).participationId];
  value(await printCards(organiser, world.commandId(), { assemblyId, participationIds }));
  return built;
}
