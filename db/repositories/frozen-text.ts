import { and, eq, isNotNull } from "drizzle-orm";
import type { DocumentId } from "~/app/domain/kernel/ids";
import type { Documents } from "../connect";
import { document } from "../schema/documents";

/** The texts of recommendations that are frozen in the store of documents. */
export async function listFrozenTexts(db: Documents): Promise<DocumentId[]> {
  const rows = await db
    .select({ id: document.id })
    .from(document)
    .where(and(eq(document.kind, "recommendation"), isNotNull(document.lockedAtSequence)));
  return rows.map(({ id }) => id);
}
