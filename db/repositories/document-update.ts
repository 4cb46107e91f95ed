import { asc, eq, max } from "drizzle-orm";
import type { DocumentId, PersonId } from "~/app/domain/kernel/ids";
import type { Documents } from "../connect";
import { documentUpdate } from "../schema/documents";

/** One accepted update of a document (Yjs, encoding v1), and who sent it. */
export interface NewDocumentUpdate {
  readonly documentId: DocumentId;
  readonly update: Uint8Array;
  readonly personId: PersonId;
  readonly at: Date;
}

export interface StoredUpdate {
  readonly sequence: number;
  readonly update: Uint8Array;
  readonly personId: PersonId;
  readonly at: Date;
}

/** Appends updates in their order, all or none; answers their sequences. */
export async function appendDocumentUpdates(
  db: Documents,
  rows: readonly NewDocumentUpdate[],
): Promise<readonly number[]> {
  const written = await db
    .insert(documentUpdate)
    .values([...rows])
    .returning({ sequence: documentUpdate.sequence });
  return written.map(({ sequence }) => sequence).sort((a, b) => a - b);
}

/** Every update of a document, oldest first. */
export async function listDocumentUpdates(db: Documents, documentId: DocumentId): Promise<StoredUpdate[]> {
  return db
    .select({
      sequence: documentUpdate.sequence,
      update: documentUpdate.update,
      personId: documentUpdate.personId,
      at: documentUpdate.at,
    })
    .from(documentUpdate)
    .where(eq(documentUpdate.documentId, documentId))
    .orderBy(asc(documentUpdate.sequence));
}

/** The sequence of a document's last update, 0 while it has none. */
export async function lastDocumentSequence(db: Documents, documentId: DocumentId): Promise<number> {
  const [row] = await db
    .select({ sequence: max(documentUpdate.sequence) })
    .from(documentUpdate)
    .where(eq(documentUpdate.documentId, documentId));
  return Number(row?.sequence ?? 0);
}
