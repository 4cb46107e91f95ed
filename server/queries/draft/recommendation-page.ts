import { permits } from "~/app/domain/assembly/permits";
import type { Action } from "~/app/domain/assembly/rights";
import { missingToLock } from "~/app/domain/drafting/missing-to-lock";
import type { RevisionContent } from "~/app/domain/drafting/revision-content";
import type { DocumentId, ParticipationId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { listParticipants } from "~/db/repositories/participation";
import type { RecommendationRow } from "~/db/repositories/recommendation";
import { listAuthors } from "~/db/repositories/recommendation-author";
import { linkedIdeaIds } from "~/db/repositories/recommendation-idea";
import { findRevision } from "~/db/repositories/revision";
import type { App, Caller } from "../../context";
import { loadRecommendation, type RecommendationOrder } from "../../kernel/draft/load-recommendation";
import { contentsOf } from "./contents";
import { type GroupName, namedGroups } from "./group-names";
import { type IdeaChoice, ideaChoices } from "./idea-choices";

interface Named {
  readonly id: ParticipationId;
  readonly name: string;
}

export interface RecommendationPage {
  readonly number: number;
  /** Grows with every change of the fields. */
  readonly version: number;
  readonly title: string;
  readonly addressee: string;
  readonly cost: string;
  readonly language: Locale;
  readonly state: "draft" | "locked";
  readonly documentId: DocumentId;
  readonly group: GroupName | null;
  readonly authors: readonly Named[];
  /** The ideas it comes from, and those that could be linked. */
  readonly ideas: readonly IdeaChoice[];
  readonly otherIdeas: readonly IdeaChoice[];
  /** Members who could be added as authors. */
  readonly otherMembers: readonly Named[];
  /** As it stands: frozen, or stored at this moment. */
  readonly content: RevisionContent | null;
  readonly missing: readonly ("title-missing" | "action-missing")[];
  readonly lock: { readonly atMs: number; readonly contentHash: string } | null;
  readonly mayWrite: boolean;
  readonly mayLock: boolean;
  readonly mayUnlock: boolean;
}

/** One recommendation with all that its page shows, for everyone who takes part in the assembly. */
export async function recommendationPage(
  { app, actor }: Caller,
  order: RecommendationOrder,
): Promise<Result<RecommendationPage>> {
  const { main } = app.stores;
  const loaded = await loadRecommendation(main, actor, { action: "recommendation.read", ...order });
  if (!loaded.ok) return loaded;
  const { row, authorIds, scope } = loaded.value;
  const may = (action: Action): boolean =>
    permits(actor, action, { ...scope, document: { writers: authorIds, locked: row.state === "locked" } }).ok;
  const ideas = await ideaChoices(main, row.assemblyId);
  const linked = (await linkedIdeaIds(main, [row.id])).get(row.id) ?? [];
  const mayLock = may("recommendation.lock");
  const { number, version, title, addressee, cost, language, state, documentId, groupId } = row;
  return accept({
    number,
    version,
    title,
    addressee,
    cost,
    language,
    state,
    documentId,
    group: (groupId && (await namedGroups(main, row.assemblyId)).get(groupId)) || null,
    ...(await peopleOf(app, row, mayLock)),
    ideas: ideas.filter(({ id }) => linked.includes(id)),
    otherIdeas: ideas.filter(({ id }) => !linked.includes(id)),
    ...(await textOf(app, row)),
    mayWrite: may("recommendation.write"),
    mayLock,
    mayUnlock: state === "locked" && may("recommendation.unlock"),
  });
}

async function peopleOf(
  { stores: { main } }: App,
  { id: recommendationId, assemblyId }: RecommendationRow,
  withOthers: boolean,
): Promise<Pick<RecommendationPage, "authors" | "otherMembers">> {
  const authors = (await listAuthors(main, [recommendationId])).map(({ participationId: id, name }) => ({ id, name }));
  const known = new Set(authors.map(({ id }) => id));
  const everyone = withOthers ? await listParticipants(main, assemblyId) : [];
  const otherMembers = everyone
    .filter(({ id, role }) => role === "member" && !known.has(id))
    .map(({ id, name }) => ({ id, name }));
  return { authors, otherMembers };
}

async function textOf(
  app: App,
  row: RecommendationRow,
): Promise<Pick<RecommendationPage, "content" | "missing" | "lock">> {
  const content = (await contentsOf(app, [row])).get(row.id) ?? null;
  const revision = row.revisionId === null ? undefined : await findRevision(app.stores.main, row.revisionId);
  return {
    content,
    missing: content && row.state === "draft" ? missingToLock(content).map(({ code }) => code) : [],
    lock: revision ? { atMs: revision.at.getTime(), contentHash: revision.contentHash } : null,
  };
}
