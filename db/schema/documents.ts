import type { AssemblyId, DocumentId, Id, PersonId } from "~/app/domain/kernel/ids";
import { bytes, documentsTable, index, integer, serial, text, timestamp } from "../columns";

/** The same mark as in the main store. */
export const documentsInstallation = documentsTable("installation", {
  id: text("id").$type<Id<"installation">>().primaryKey(),
  createdAt: timestamp("created_at").notNull(),
});

/** A shared text. What it belongs to is in the main store; a lock freezes it at a sequence. */
export const document = documentsTable("document", {
  id: text("id").$type<DocumentId>().primaryKey(),
  kind: text("kind").$type<"notes" | "recommendation">().notNull(),
  assemblyId: text("assembly_id").$type<AssemblyId>().notNull(),
  createdAt: timestamp("created_at").notNull(),
  lockedAtSequence: integer("locked_at_sequence"),
});

/** The append-only log of accepted updates (Yjs, encoding v1), each with who sent it. */
export const documentUpdate = documentsTable(
  "document_update",
  {
    sequence: serial("sequence"),
    documentId: text("document_id")
      .$type<DocumentId>()
      .notNull()
      .references(() => document.id),
    update: bytes("update_bytes").notNull(),
    personId: text("person_id").$type<PersonId>().notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [index("document_update_document").on(t.documentId, t.sequence)],
);
