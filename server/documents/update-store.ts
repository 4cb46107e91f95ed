import { documentStream } from "~/app/domain/assembly/streams";
import type { DocumentId } from "~/app/domain/kernel/ids";
import { ensureDocument, findDocument, freezeDocument, thawDocument } from "~/db/repositories/document";
import {
  appendDocumentUpdates,
  lastDocumentSequence,
  listDocumentUpdates,
  type NewDocumentUpdate,
  type StoredUpdate,
} from "~/db/repositories/document-update";
import type { App } from "../context";
import type { DocumentName } from "./live-documents";

/**
 * The log of shared texts. No journal and no facts: the log itself says who wrote what and when. Whoever reads a text is told that it
 * moved.
 */
export interface UpdateStore {
  /** All or none, in their order; answers their sequences. */
  append(rows: readonly NewDocumentUpdate[]): Promise<readonly number[]>;
  ensure(document: DocumentName): Promise<void>;
  load(documentId: DocumentId): Promise<{ updates: readonly StoredUpdate[]; lockedAtSequence: number | null }>;
  /** The sequence of the last update, 0 while there is none. */
  last(documentId: DocumentId): Promise<number>;
  /** Freezes at the last sequence; answers where it is frozen. */
  freeze(document: DocumentName): Promise<number>;
  thaw(documentId: DocumentId): Promise<void>;
}

export type { NewDocumentUpdate, StoredUpdate };

export function updateStore({ stores, clock, announcer }: Pick<App, "stores" | "clock" | "announcer">): UpdateStore {
  const db = stores.documents;
  const ensure = ({ documentId, kind, assemblyId }: DocumentName): Promise<void> =>
    ensureDocument(db, { id: documentId, kind, assemblyId, createdAt: clock.now() });
  return {
    async append(rows) {
      const sequences = await appendDocumentUpdates(db, rows);
      const written = new Set(rows.map(({ documentId }) => documentId));
      announcer.moved([...written].map((id) => ({ stream: documentStream(id), what: "text" })));
      return sequences;
    },
    ensure,
    async load(documentId) {
      const row = await findDocument(db, documentId);
      return {
        updates: row ? await listDocumentUpdates(db, documentId) : [],
        lockedAtSequence: row?.lockedAtSequence ?? null,
      };
    },
    last: (documentId) => lastDocumentSequence(db, documentId),
    async freeze(document) {
      await ensure(document);
      return freezeDocument(db, document.documentId, await lastDocumentSequence(db, document.documentId));
    },
    thaw: (documentId) => thawDocument(db, documentId),
  };
}
