import type { RevisionContent } from "~/app/domain/drafting/revision-content";
import type { RecommendationId } from "~/app/domain/kernel/ids";
import type { RecommendationRow } from "~/db/repositories/recommendation";
import { lockedContents } from "~/db/repositories/revision";
import type { App } from "../../context";
import { readTexts } from "../../kernel/draft/read-texts";

/** What each recommendation says now: a locked one as it was frozen, a draft as its shared text is stored at this moment. */
export async function contentsOf(
  { stores, documents }: Pick<App, "stores" | "documents">,
  rows: readonly RecommendationRow[],
): Promise<ReadonlyMap<RecommendationId, RevisionContent>> {
  const locked = await lockedContents(
    stores.main,
    rows.map(({ id }) => id),
  );
  const contents = new Map<RecommendationId, RevisionContent>();
  for (const { id, documentId, title, addressee, cost } of rows) {
    const frozen = locked.get(id);
    contents.set(id, frozen ?? { title, addressee, cost, ...readTexts((await documents.read(documentId)).state) });
  }
  return contents;
}
