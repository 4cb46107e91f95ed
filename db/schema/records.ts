import type { AssemblyId, Id, PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { index, integer, jsonText, primaryKey, table, text, timestamp } from "../columns";
import { notes } from "../shapes/plain";

/** The same mark lies in each of the three stores: a store restored from another installation is noticed at the start. */
export const installation = table("installation", {
  id: text("id").$type<Id<"installation">>().primaryKey(),
  createdAt: timestamp("created_at").notNull(),
});

/** A command that was carried out; the same id again is answered with this, not done again. */
export const commandReceipt = table(
  "command_receipt",
  {
    id: text("id").notNull(),
    /** Who sent it: a person's id, or "visitor". Ids are client-made, so that nobody can be answered with another's receipt. */
    sender: text("sender").notNull(),
    action: text("action").notNull(),
    answer: text("answer").notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sender, t.action, t.id] }), index("command_receipt_at").on(t.at)],
);

/** The audit log that a guarantor reads. `data` is canonical JSON without personal data. */
export const journal = table(
  "journal",
  {
    id: text("id").$type<Id<"journal-entry">>().primaryKey(),
    at: timestamp("at").notNull(),
    assemblyId: text("assembly_id").$type<AssemblyId>(),
    actorKind: text("actor_kind").$type<"person" | "visitor" | "system">().notNull(),
    actorId: text("actor_id").$type<PersonId>(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id"),
    data: jsonText("data", notes).notNull(),
  },
  (t) => [index("journal_assembly").on(t.assemblyId, t.at)],
);

/** The last version of each stream of facts. */
export const stream = table("stream", {
  key: text("key").primaryKey(),
  version: integer("version").notNull(),
});

/** A fact of a stream; written in the command's transaction, it is its own outbox. */
export const fact = table(
  "fact",
  {
    stream: text("stream").notNull(),
    version: integer("version").notNull(),
    at: timestamp("at").notNull(),
    type: text("type").notNull(),
    /** JSON, maybe `null`, which is no value of a JSON column. */
    payload: text("payload").notNull(),
  },
  (t) => [primaryKey({ columns: [t.stream, t.version] }), index("fact_at").on(t.at)],
);

/** A mail to send; written in the command's transaction, sent by the mail job. */
export const mail = table(
  "mail",
  {
    id: text("id").$type<Id<"mail">>().primaryKey(),
    assemblyId: text("assembly_id").$type<AssemblyId>(),
    purpose: text("purpose").$type<"sign-in" | "invitation" | "team" | "announcement">().notNull(),
    /** The invitation or team link it carries; what became of it is shown beside that person. */
    aboutId: text("about_id"),
    to: text("to_address").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** kept: written while nothing sent mails, and asked about before it leaves · dropped: not to be sent any more. */
    state: text("state").$type<"waiting" | "sent" | "failed" | "kept" | "dropped">().notNull(),
    attempts: integer("attempts").notNull(),
    dueAt: timestamp("due_at").notNull(),
    leasedUntil: timestamp("leased_until"),
    createdAt: timestamp("created_at").notNull(),
    sentAt: timestamp("sent_at"),
    error: text("error"),
  },
  (t) => [
    index("mail_due").on(t.state, t.dueAt),
    index("mail_created").on(t.createdAt),
    index("mail_assembly").on(t.assemblyId, t.createdAt),
    index("mail_about").on(t.aboutId, t.createdAt),
  ],
);
