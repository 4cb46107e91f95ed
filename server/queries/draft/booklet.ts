import type { RevisionContent } from "~/app/domain/drafting/revision-content";
import type { AssemblyId, RecommendationId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { listRecommendations } from "~/db/repositories/recommendation";
import { listAuthors } from "~/db/repositories/recommendation-author";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { contentsOf } from "./contents";

export interface BookletEntry {
  readonly id: RecommendationId;
  readonly number: number;
  readonly title: string;
  readonly language: Locale;
  readonly state: "draft" | "locked";
  readonly authors: readonly string[];
  readonly content: RevisionContent;
}

/** All recommendations with their texts by number, drafts among them, for everyone who takes part in the assembly. */
export async function booklet(
  { app, actor }: Caller,
  assemblyId: AssemblyId,
): Promise<Result<readonly BookletEntry[]>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "recommendation.read", assemblyId });
  if (!authorised.ok) return authorised;
  const rows = await listRecommendations(main, assemblyId);
  const contents = await contentsOf(app, rows);
  const authors = await listAuthors(
    main,
    rows.map(({ id }) => id),
  );
  return accept(
    rows.flatMap(({ id, number, language, state }) => {
      const content = contents.get(id);
      if (!content) return [];
      const names = authors.filter(({ recommendationId }) => recommendationId === id).map(({ name }) => name);
      return [{ id, number, title: content.title, language, state, authors: names, content }];
    }),
  );
}
