import { sql } from "drizzle-orm";
import type { AssemblyId, CandidateId, DrawId, Id, PersonId } from "~/app/domain/kernel/ids";
import { boolean, index, integer, json, jsonText, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { drawCounts, drawPeople, drawPeopleOrEmptied, drawRecord } from "../shapes/draw";
import { forecast, quotaChanges, runOutcome } from "../shapes/draw-ahead";
import { cells, progress, textRecord, texts } from "../shapes/plain";
import { cellProblems, poolColumns } from "../shapes/pool";
import { assembly } from "./assembly";

/** receiving: its parts are still coming; left: nobody needs it any more, and its rows are being removed. */
export type PoolFileState = "receiving" | "waiting" | "left";

/** A file that was read and waits for the organiser to say what its columns are; gone once imported, or after a day. One waits at most. */
export const poolFile = table(
  "pool_file",
  {
    id: text("id").$type<Id<"pool-file">>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    fileName: text("file_name").notNull(),
    header: json("header", texts).notNull(),
    rows: integer("rows").notNull(),
    state: text("state").$type<PoolFileState>().notNull().default("waiting"),
    /** While it is received: whoever receives it has gone when this passes. */
    leasedUntil: timestamp("leased_until"),
    createdAt: timestamp("created_at").notNull(),
    createdBy: text("created_by").$type<PersonId>().notNull(),
  },
  (t) => [uniqueIndex("pool_file_waiting").on(t.assemblyId).where(sql`${t.state} = 'waiting'`)],
);

/** A stretch of a file's rows, so that none of them is ever read or written in one piece. */
export const poolFilePart = table(
  "pool_file_part",
  {
    fileId: text("file_id")
      .$type<Id<"pool-file">>()
      .notNull()
      .references(() => poolFile.id),
    part: integer("part").notNull(),
    /** The row number of the first row, as a spreadsheet counts. */
    firstRow: integer("first_row").notNull(),
    rows: json("rows", cells).notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.part] })],
);

/** What was found wrong in a file, and what that depends on besides the file: as long as that is the same, nobody reads the rows for it again. */
export const poolFileCheck = table("pool_file_check", {
  fileId: text("file_id")
    .$type<Id<"pool-file">>()
    .primaryKey()
    .references(() => poolFile.id),
  basis: text("basis").notNull(),
  people: integer("people").notNull(),
  problemCount: integer("problem_count").notNull(),
  /** The first ones. They quote cells of the file, and go with it. */
  problems: json("problems", cellProblems).notNull(),
});

/** The pool of one assembly: where it came from and when what was not drawn is to be deleted. */
export const pool = table("pool", {
  assemblyId: text("assembly_id")
    .$type<AssemblyId>()
    .primaryKey()
    .references(() => assembly.id),
  fileName: text("file_name").notNull(),
  columns: json("columns", poolColumns).notNull(),
  importBatch: text("import_batch").$type<Id<"import-batch">>().notNull(),
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
    household: json("household", texts).notNull(),
    features: json("features", textRecord).notNull(),
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
  fileId: text("file_id").$type<Id<"pool-file">>().notNull(),
  columns: json("columns", poolColumns).notNull(),
  /** Whoever writes it holds it until then; afterwards another may take over from the start. */
  leasedUntil: timestamp("leased_until"),
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

/** alternates: people drawn beside a panel, in the order in which they would be asked. */
export type DrawKind = "first" | "again" | "replacement" | "alternates";
export type DrawRunState = "waiting" | "drawn" | "impossible" | "refused" | "stopped" | "failed";

/** A draw asked for: it is computed outside the request, and taken up again after a restart. */
export const drawRun = table(
  "draw_run",
  {
    id: text("id").$type<Id<"draw-run">>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    /** The assembly while it is under way, so that there is never more than one; nothing afterwards. */
    underWayIn: text("under_way_in").$type<AssemblyId>(),
    kind: text("kind").$type<DrawKind>().notNull(),
    state: text("state").$type<DrawRunState>().notNull(),
    algorithm: text("algorithm").notNull(),
    seed: text("seed").notNull(),
    seats: integer("seats").notNull(),
    /** Canonical JSON; emptied when the run has ended. */
    inputs: text("inputs").notNull(),
    inputsHash: text("inputs_hash").notNull(),
    reason: text("reason"),
    progress: json("progress", progress),
    /** What was impossible or wrong, or where it was stopped. */
    outcome: jsonText("outcome", runOutcome),
    drawId: text("draw_id").$type<DrawId>(),
    /** What quotas, volunteers and seated people it was computed for: a proposal counts as long as these are the same. */
    basis: text("basis"),
    requestedBy: text("requested_by").$type<PersonId>().notNull(),
    requestedAt: timestamp("requested_at").notNull(),
    leasedUntil: timestamp("leased_until"),
    stopAskedAt: timestamp("stop_asked_at"),
    stopAskedBy: text("stop_asked_by").$type<PersonId>(),
    endedAt: timestamp("ended_at"),
  },
  (t) => [
    uniqueIndex("draw_run_under_way").on(t.underWayIn),
    index("draw_run_assembly").on(t.assemblyId, t.requestedAt),
  ],
);

/** A draw as it was made: `inputs` is kept as the canonical text that was hashed. */
export const draw = table(
  "draw",
  {
    id: text("id").$type<DrawId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    ordinal: integer("ordinal").notNull(),
    kind: text("kind").$type<DrawKind>().notNull(),
    algorithm: text("algorithm").notNull(),
    seed: text("seed").notNull(),
    seats: integer("seats").notNull(),
    inputs: text("inputs").notNull(),
    inputsHash: text("inputs_hash").notNull(),
    report: jsonText("report", drawRecord).notNull(),
    reason: text("reason"),
    by: text("by_person").$type<PersonId>().notNull(),
    at: timestamp("at").notNull(),
    /** Who stopped the calculation before its end, and when, where what it had found by then was drawn from. */
    stoppedBy: text("stopped_by").$type<PersonId>(),
    stoppedAt: timestamp("stopped_at"),
  },
  (t) => [uniqueIndex("draw_ordinal").on(t.assemblyId, t.ordinal)],
);

/**
 * What a draw that was stopped had found: nobody is drawn by it until an organiser says so. One for an assembly at most; gone with the next
 * draw, with the volunteers who were not drawn, and once volunteers, quotas or seats change.
 */
export const keptDraw = table(
  "kept_draw",
  {
    runId: text("run_id")
      .$type<Id<"draw-run">>()
      .primaryKey()
      .references(() => drawRun.id),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    /** The calculation had come to its end when the stop arrived. */
    isWhole: boolean("is_whole").notNull(),
    /** As in `draw` and `draw_detail`; `drawn` is the panel that would be drawn. */
    inputs: text("inputs").notNull(),
    report: jsonText("report", drawRecord).notNull(),
    drawn: jsonText("drawn", texts).notNull(),
    counts: jsonText("counts", drawCounts).notNull(),
    people: jsonText("people", drawPeople).notNull(),
    panels: text("panels").notNull(),
    keptAt: timestamp("kept_at").notNull(),
  },
  (t) => [uniqueIndex("kept_draw_assembly").on(t.assemblyId)],
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

/** What is kept of a draw beside its record. */
export const drawDetail = table("draw_detail", {
  drawId: text("draw_id")
    .$type<DrawId>()
    .primaryKey()
    .references(() => draw.id),
  /** Nobody's id. */
  counts: jsonText("counts", drawCounts).notNull(),
  /** The people of the lottery and its panels, as a text: emptied with the volunteers who were not drawn. */
  people: jsonText("people", drawPeopleOrEmptied).notNull(),
  panels: text("panels").notNull(),
});

/** What is known of an assembly's draw before it is made: one row, renewed when volunteers, quotas or seats change. */
export const drawForecast = table("draw_forecast", {
  assemblyId: text("assembly_id")
    .$type<AssemblyId>()
    .primaryKey()
    .references(() => assembly.id),
  basis: text("basis").notNull(),
  state: text("state").$type<"waiting" | "done" | "failed">().notNull(),
  progress: json("progress", progress),
  outcome: jsonText("outcome", forecast),
  leasedUntil: timestamp("leased_until"),
  requestedAt: timestamp("requested_at").notNull(),
});

/** A proposal that was applied to the quotas: what changed, and which draw or forecast had proposed it. */
export const quotaRelaxation = table(
  "quota_relaxation",
  {
    id: text("id").$type<Id<"quota-relaxation">>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    /** The draw that could not be made; nothing when the forecast had said so. */
    runId: text("run_id").$type<Id<"draw-run">>(),
    /** The place of the proposal among those that were offered, from 1. */
    proposal: integer("proposal").notNull(),
    changes: json("changes", quotaChanges).notNull(),
    by: text("by_person").$type<PersonId>().notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [index("quota_relaxation_assembly").on(t.assemblyId, t.at)],
);
