import type { TakenOut } from "~/app/domain/deliberation/taken-out";
import type { AssemblyId, DocumentId, PersonId } from "~/app/domain/kernel/ids";

/** What a document is, for its row. */
export interface DocumentName {
  readonly documentId: DocumentId;
  readonly kind: "notes" | "recommendation";
  readonly assemblyId: AssemblyId;
}

/** A shared text at one moment: the whole document as one Yjs update (encoding v1), and the sequence of its last stored update. */
export interface DocumentText {
  readonly state: Uint8Array;
  readonly sequence: number;
}

/** `back`: it stands in the text again, since now or since before. `unknown`: nothing of this number was taken out. `locked`: nobody writes any more. */
export type PutBack = "back" | "unknown" | "locked";

/**
 * The shared texts, whether somebody has them open or not. They lie in a store of their own: call this before or after a
 * command's transaction, never inside its work.
 */
export interface LiveDocuments {
  /** The text as it is stored now (nothing that is only on somebody's screen); an empty document if nothing was written. */
  read(documentId: DocumentId): Promise<DocumentText>;
  /**
   * Freezes the document: what was received is stored first, later updates are dropped and their senders told. Locking again
   * answers the same text. If the command that follows is refused, unlock.
   */
  lock(document: DocumentName): Promise<DocumentText>;
  unlock(documentId: DocumentId): Promise<void>;
  /** Writes an update as a person (the demonstration, imports); answers its sequence. Throws when it is malformed or the document is locked. */
  write(document: DocumentName, personId: PersonId, update: Uint8Array): Promise<number>;
  /** The larger parts that were taken out of a table's notes, oldest first. Recommendations have none: they have revisions. */
  takenOut(document: Pick<DocumentName, "documentId" | "kind">): Promise<readonly TakenOut[]>;
  /** Writes such a part back where it stood, as a person; once, however many ask at once. */
  putBack(document: DocumentName, personId: PersonId, removalId: number): Promise<PutBack>;
}
