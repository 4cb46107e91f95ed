import type { RecommendationId } from "~/app/domain/kernel/ids";
import { findRecommendation, type RecommendationRow } from "~/db/repositories/recommendation";
import type { App } from "../../context";
import type { DocumentName } from "../../documents/live-documents";

export const documentOf = ({ documentId, assemblyId }: RecommendationRow): DocumentName => ({
  documentId,
  assemblyId,
  kind: "recommendation",
});

/** After a command: the row says whether the shared text is frozen, also when two commands met. */
export async function settleDocument(
  { stores, documents }: Pick<App, "stores" | "documents">,
  id: RecommendationId,
): Promise<void> {
  const row = await findRecommendation(stores.main, id);
  if (row?.state === "locked") await documents.lock(documentOf(row));
  else if (row) await documents.unlock(row.documentId);
}
