import { membershipIn } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import { assemblyStream } from "~/app/domain/assembly/streams";
import {
  type AssemblyId,
  type CommandId,
  type GroupId,
  type IdeaId,
  newId,
  type ParticipationId,
  type RecommendationId,
} from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import { findGroup, seatedIn } from "~/db/repositories/breakout";
import { listAssemblyIdeas } from "~/db/repositories/idea";
import { insertRecommendation, lastRecommendationNumber } from "~/db/repositories/recommendation";
import { addAuthors } from "~/db/repositories/recommendation-author";
import { linkIdeas } from "~/db/repositories/recommendation-idea";
import { findSession } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { type Authorised, authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

export interface NewRecommendation {
  readonly assemblyId: AssemblyId;
  /** The group that writes it: those who sit there become its authors. */
  readonly groupId: GroupId | null;
  readonly ideaIds: readonly IdeaId[];
  readonly title: string;
  readonly language: Locale;
}

/**
 * Begins a recommendation, with the next number of the assembly. Its authors are those who sit in the group, and the member who begins.
 * Refuses with `group-unknown`, `not-your-group`, `idea-unknown`, and what `authorise` refuses.
 */
export async function startRecommendation(
  caller: Caller,
  commandId: CommandId | null,
  order: NewRecommendation,
): Promise<Result<{ readonly recommendationId: RecommendationId; readonly number: number }>> {
  const { app, actor } = caller;
  const { assemblyId, groupId, title, language } = order;
  return carryOut(caller, { commandId, action: "recommendation.start" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "recommendation.start", assemblyId });
    if (!authorised.ok) return authorised;
    const writers = await writersOf(tx, caller, { order, scope: authorised.value.scope });
    if (!writers.ok) return writers;
    const ideaIds = [...new Set(order.ideaIds)];
    const known = new Set((await listAssemblyIdeas(tx, assemblyId)).map(({ id }) => id));
    if (!ideaIds.every((id) => known.has(id))) return refuse("idea-unknown", undefined, "ideaIds");
    const number = (await lastRecommendationNumber(tx, assemblyId)) + 1;
    const recommendationId = newId<"recommendation">(app.random);
    await insertRecommendation(tx, {
      id: recommendationId,
      assemblyId,
      number,
      groupId,
      documentId: newId<"document">(app.random),
      title: title.trim(),
      addressee: "",
      cost: "",
      language,
      state: "draft",
      revisionId: null,
      createdBy: actor.kind === "person" ? actor.personId : newId<"person">(app.random),
      createdAt: app.clock.now(),
      version: 1,
    });
    await addAuthors(tx, recommendationId, writers.value);
    await linkIdeas(tx, recommendationId, ideaIds);
    const data = { number, groupId, ideas: ideaIds.length, authors: writers.value.length };
    return accept({
      value: { recommendationId, number },
      journal: [
        {
          action: "recommendation.start",
          assemblyId,
          subject: { kind: "recommendation", id: recommendationId },
          data,
        },
      ],
      facts: [
        { stream: assemblyStream(assemblyId), type: "recommendation-started", payload: { recommendationId, number } },
      ],
    });
  });
}

interface Start {
  readonly order: NewRecommendation;
  readonly scope: Authorised["scope"];
}

async function writersOf(tx: MainTx, { actor }: Caller, { order, scope }: Start): Promise<Result<ParticipationId[]>> {
  const { assemblyId, groupId } = order;
  const starter = membershipIn(actor, assemblyId);
  const own = starter ? [starter.participationId] : [];
  if (groupId === null) return accept(own);
  const found = await findGroup(tx, groupId);
  const session = found && (await findSession(tx, found.round.sessionId));
  if (!found || session?.assemblyId !== assemblyId) return refuse("group-unknown", undefined, "groupId");
  const seated = await seatedIn(tx, groupId);
  const group = { facilitatorId: found.group.facilitatorId, seated };
  const permitted = permits(actor, "recommendation.start", { ...scope, group });
  if (!permitted.ok) return refuse(permitted.refusal.code, permitted.refusal.data, "groupId");
  return accept([...new Set([...seated, ...own])]);
}
