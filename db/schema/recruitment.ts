import type { AssemblyId, CandidateId, DrawId, Id, ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import { index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { assembly } from "./assembly";

/** Which column of the imported file means what. */
export interface PoolColumns {
  readonly id: string | null;
  readonly name: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly household: readonly string[];
  readonly features: readonly string[];
}

/** The pool of one assembly: where it came from and when what was not drawn is to be deleted. */
export const pool = table("pool", {
  assemblyId: text("assembly_id")
    .$type<AssemblyId>()
    .primaryKey()
    .references(() => assembly.id),
  fileName: text("file_name").notNull(),
  columns: json("columns").$type<PoolColumns>().notNull(),
  people: integer("people").notNull(),
  importedAt: timestamp("imported_at").notNull(),
  importedBy: text("imported_by").$type<PersonId>().notNull(),
  deleteUndrawnAt: timestamp("delete_undrawn_at"),
  undrawnDeletedAt: timestamp("undrawn_deleted_at"),
});

/** A volunteer in the pool. `importId` is the id column of the file, or the row number. */
export const candidate = table(
  "candidate",
  {
    id: text("id").$type<CandidateId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    importBatch: text("import_batch").$type<Id<"import-batch">>().notNull(),
    importId: text("import_id").notNull(),
    name: text("name").notNull(),
    email: text("email"),
    phone: text("phone"),
    household: json("household").$type<string[]>().notNull(),
    features: json("features").$type<Record<string, string>>().notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("candidate_import").on(t.assemblyId, t.importBatch, t.importId),
    index("candidate_assembly").on(t.assemblyId),
  ],
);

/** An import under way or done: only the batch named by the pool counts. */
export const importBatch = table("import_batch", {
  id: text("id").$type<Id<"import-batch">>().primaryKey(),
  assemblyId: text("assembly_id")
    .$type<AssemblyId>()
    .notNull()
    .references(() => assembly.id),
  state: text("state").$type<"writing" | "done" | "failed">().notNull(),
  rows: integer("rows").notNull(),
  written: integer("written").notNull(),
  startedAt: timestamp("started_at").notNull(),
  startedBy: text("started_by").$type<PersonId>().notNull(),
  endedAt: timestamp("ended_at"),
});

export const quota = table(
  "quota",
  {
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    feature: text("feature").notNull(),
    value: text("value").notNull(),
    position: integer("position").notNull(),
    min: integer("min").notNull(),
    max: integer("max").notNull(),
    minFlex: integer("min_flex"),
    maxFlex: integer("max_flex"),
  },
  (t) => [primaryKey({ columns: [t.assemblyId, t.feature, t.value] })],
);

/** A draw as it was made: `inputs` and `report` are canonical JSON kept as text, because they are hashed. */
export const draw = table(
  "draw",
  {
    id: text("id").$type<DrawId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    ordinal: integer("ordinal").notNull(),
    kind: text("kind").$type<"first" | "again" | "replacement">().notNull(),
    algorithm: text("algorithm").notNull(),
    seed: text("seed").notNull(),
    seats: integer("seats").notNull(),
    inputs: text("inputs").notNull(),
    inputsHash: text("inputs_hash").notNull(),
    report: text("report").notNull(),
    reason: text("reason"),
    by: text("by_person").$type<PersonId>().notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [uniqueIndex("draw_ordinal").on(t.assemblyId, t.ordinal)],
);

/** Who was drawn, in the order of the draw. A candidate of a draw is never deleted with the undrawn. */
export const drawSeat = table(
  "draw_seat",
  {
    drawId: text("draw_id")
      .$type<DrawId>()
      .notNull()
      .references(() => draw.id),
    candidateId: text("candidate_id").$type<CandidateId>().notNull(),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.drawId, t.candidateId] })],
);

export const invitation = table(
  "invitation",
  {
    id: text("id").$type<Id<"invitation">>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    drawId: text("draw_id")
      .$type<DrawId>()
      .notNull()
      .references(() => draw.id),
    candidateId: text("candidate_id")
      .$type<CandidateId>()
      .notNull()
      .references(() => candidate.id),
    /** The candidate's link; the token itself is in the mail and on the letter only. */
    tokenHash: text("token_hash"),
    state: text("state").$type<"prepared" | "sent" | "accepted" | "declined" | "unanswered" | "withdrawn">().notNull(),
    sentAt: timestamp("sent_at"),
    sentBy: text("sent_by_means").$type<"mail" | "letter">(),
    deadline: timestamp("deadline"),
    answeredAt: timestamp("answered_at"),
    answeredBy: text("answered_by_means").$type<"link" | "phone">(),
    recordedBy: text("recorded_by").$type<PersonId>(),
    reason: text("reason"),
    replacedBy: text("replaced_by").$type<DrawId>(),
    participationId: text("participation_id").$type<ParticipationId>(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("invitation_candidate").on(t.drawId, t.candidateId),
    uniqueIndex("invitation_token").on(t.tokenHash),
    index("invitation_assembly").on(t.assemblyId),
  ],
);
