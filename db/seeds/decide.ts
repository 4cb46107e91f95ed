import { DAY_MS, HOUR_MS } from "~/app/domain/kernel/clock";
import type { SessionId } from "~/app/domain/kernel/ids";
import type { Choice } from "~/app/domain/voting/show-of-hands";
import { editFields } from "~/server/commands/draft/edit-fields";
import { lockRecommendation } from "~/server/commands/draft/lock-recommendation";
import { startRecommendation } from "~/server/commands/draft/start-recommendation";
import { callBack } from "~/server/commands/live/call-back";
import { closeSession } from "~/server/commands/live/close-session";
import { recordResponse } from "~/server/commands/site/record-response";
import { setSiteOpen } from "~/server/commands/site/set-site-open";
import { castVote } from "~/server/commands/vote/cast-vote";
import { closeVote } from "~/server/commands/vote/close-vote";
import { openVote } from "~/server/commands/vote/open-vote";
import { prepareVote } from "~/server/commands/vote/prepare-vote";
import { listGroups, listSeats } from "../repositories/breakout";
import { listAssemblyIdeas } from "../repositories/idea";
import { findParticipation } from "../repositories/participation";
import { findRecommendation, listRecommendations } from "../repositories/recommendation";
import { findSession } from "../repositories/session-calendar";
import { listVoteQuestions } from "../repositories/vote";
import { advanceTo } from "./advance-to";
import { type Convention, type DemoWorld, must } from "./demo-world";
import { holdSession } from "./hold-session";
import { type DemoRecommendation, demoRecommendations } from "./recommendations";
import { typedText } from "./shared-text";
import { membersOf } from "./train-members";

/** Each group writes what became of its idea, and submits it; then everybody is called back and the session ends. */
export async function writeRecommendations(
  world: DemoWorld,
  convention: Convention,
  sessionId: SessionId,
): Promise<void> {
  const { main } = world.app.stores;
  const roundId = (await findSession(main, sessionId))?.roundId;
  if (!roundId) throw new Error("the groups are not at work");
  const groups = await listGroups(main, roundId);
  const seats = await listSeats(main, roundId);
  const organiser = await world.as(convention.organiser);
  must(await callBack(organiser, world.commandId(), { sessionId, roundId }));
  must(await closeSession(organiser, world.commandId(), { sessionId }));
  await advanceTo(world, convention, "drafting");
  await holdSession(world, convention, 3);
  for (const [at, recommendation] of demoRecommendations.entries()) {
    const group = groups[at];
    const seated = seats.find(({ groupId }) => groupId === group?.id);
    const author = seated && (await findParticipation(main, seated.participationId));
    if (group && author)
      await writeOne(world, convention, { recommendation, groupId: group.id, authorId: author.personId });
  }
}

interface Writing {
  readonly recommendation: DemoRecommendation;
  readonly groupId: Awaited<ReturnType<typeof listGroups>>[number]["id"];
  readonly authorId: Convention["organiser"];
}

async function writeOne(
  world: DemoWorld,
  { assemblyId }: Convention,
  { recommendation, groupId, authorId }: Writing,
): Promise<void> {
  const { main } = world.app.stores;
  const author = await world.as(authorId);
  const ideas = (await listAssemblyIdeas(main, assemblyId)).filter((idea) => idea.groupId === groupId);
  const { title, action, reasons, tradeOffs, addressee, cost } = recommendation;
  const order = { assemblyId, groupId, ideaIds: ideas.map(({ id }) => id), title, language: "fr" } as const;
  const { recommendationId } = must(await startRecommendation(author, world.commandId(), order));
  const row = await findRecommendation(main, recommendationId);
  if (!row) throw new Error("the recommendation is gone");
  const name = { documentId: row.documentId, kind: "recommendation", assemblyId } as const;
  await world.app.documents.write(name, authorId, typedText({ action, reasons, tradeOffs }));
  const edits = { addressee: { from: "", to: addressee }, cost: { from: "", to: cost } };
  must(await editFields(author, world.commandId(), { assemblyId, recommendationId, edits }));
  must(await lockRecommendation(author, world.commandId(), { assemblyId, recommendationId }));
}

/** The show of hands on every recommendation, closed and counted. */
export async function decideTogether(world: DemoWorld, convention: Convention): Promise<void> {
  const { assemblyId } = convention;
  await advanceTo(world, convention, "decision");
  await holdSession(world, convention, 4);
  const organiser = await world.as(convention.organiser);
  const terms = { threshold: "more-than-half", quorumPercent: 50, closesAt: null } as const;
  const title = { fr: "Vote sur les recommandations", en: "Vote on the recommendations" };
  const { voteId } = must(await prepareVote(organiser, world.commandId(), { assemblyId, title, ...terms }));
  must(await openVote(organiser, world.commandId(), { assemblyId, voteId }));
  const questions = await listVoteQuestions(world.app.stores.main, voteId);
  // Two members are away on the day.
  for (const [at, personId] of (await membersOf(world, convention)).slice(2).entries()) {
    const choices = Object.fromEntries(questions.map(({ id, position }) => [id, choiceOf(position, at)]));
    must(await castVote(await world.as(personId), world.commandId(), { assemblyId, voteId, choices }));
  }
  world.travelTo(new Date(world.app.clock.now().getTime() + HOUR_MS));
  must(await closeVote(organiser, world.commandId(), { assemblyId, voteId }));
}

function choiceOf(question: number, member: number): Choice {
  return demoRecommendations[question]?.hands[(member * 5 + question) % 16] ?? "for";
}

/** The public site, and what the authority answered a month later. */
export async function publishResults(world: DemoWorld, convention: Convention): Promise<void> {
  const { assemblyId } = convention;
  await advanceTo(world, convention, "publication");
  const organiser = await world.as(convention.organiser);
  must(await setSiteOpen(organiser, world.commandId(), { assemblyId, open: true }));
  const answeredOn = new Date(world.app.clock.now().getTime() + DAY_MS);
  world.travelTo(new Date(answeredOn.getTime() + DAY_MS));
  for (const { id: recommendationId, number } of await listRecommendations(world.app.stores.main, assemblyId)) {
    const answer = demoRecommendations[number - 1]?.answer;
    if (!answer) continue;
    const { state, fr, en } = answer;
    const order = { assemblyId, recommendationId, state, text: { fr, en }, answeredOn };
    must(await recordResponse(organiser, world.commandId(), order));
  }
}
