import { rolesIn } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import { missingToLock } from "~/app/domain/drafting/missing-to-lock";
import type { AssemblyId, RecommendationId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { listRecommendations } from "~/db/repositories/recommendation";
import { listAuthors } from "~/db/repositories/recommendation-author";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { contentsOf } from "./contents";
import { type GroupName, namedGroups } from "./group-names";

export interface RecommendationSummary {
  readonly id: RecommendationId;
  readonly number: number;
  readonly title: string;
  readonly language: Locale;
  readonly state: "draft" | "locked";
  readonly group: GroupName | null;
  readonly authors: readonly string[];
  /** The asker is one of the authors. */
  readonly isMine: boolean;
  readonly mayWrite: boolean;
  /** What a draft still needs before it may be locked. */
  readonly missing: readonly ("title-missing" | "action-missing")[];
}

export interface RecommendationList {
  readonly recommendations: readonly RecommendationSummary[];
  readonly mayStart: boolean;
}

/** The recommendations of an assembly by number, for everyone who takes part in it. */
export async function recommendationList(
  { app, actor }: Caller,
  assemblyId: AssemblyId,
): Promise<Result<RecommendationList>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "recommendation.read", assemblyId });
  if (!authorised.ok) return authorised;
  const { scope } = authorised.value;
  const rows = await listRecommendations(main, assemblyId);
  const authors = await listAuthors(
    main,
    rows.map(({ id }) => id),
  );
  const groups = await namedGroups(main, assemblyId);
  const contents = await contentsOf(app, rows);
  const mine = rolesIn(actor, assemblyId).map(({ participationId }) => participationId);
  const recommendations = rows.map(({ id, number, title, language, state, groupId }) => {
    const own = authors.filter(({ recommendationId }) => recommendationId === id);
    const writers = own.map(({ participationId }) => participationId);
    const content = contents.get(id);
    return {
      id,
      number,
      title,
      language,
      state,
      group: (groupId && groups.get(groupId)) || null,
      authors: own.map(({ name }) => name),
      isMine: writers.some((writer) => mine.includes(writer)),
      mayWrite: permits(actor, "recommendation.write", { ...scope, document: { writers, locked: state === "locked" } })
        .ok,
      missing: state === "draft" && content ? missingToLock(content).map(({ code }) => code) : [],
    };
  });
  return accept({ recommendations, mayStart: permits(actor, "recommendation.start", scope).ok });
}
