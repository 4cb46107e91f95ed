import { and, asc, count, desc, eq, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import type { AssemblyId, CandidateId, DrawId, Id } from "~/app/domain/kernel/ids";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import type { Main } from "../connect";
import { draw, drawRun, drawSeat } from "../schema/recruitment";

export type DrawRow = typeof draw.$inferSelect;
export type DrawRunRow = typeof drawRun.$inferSelect;
export type DrawRunId = Id<"draw-run">;

/** A draw without what it was computed from and what came out, which are long. */
export type DrawHead = Omit<DrawRow, "inputs" | "report">;
/** A run without what it is computed from. */
export type DrawRunHead = Omit<DrawRunRow, "inputs">;

const headOfDraw = {
  id: draw.id,
  assemblyId: draw.assemblyId,
  ordinal: draw.ordinal,
  kind: draw.kind,
  algorithm: draw.algorithm,
  seed: draw.seed,
  seats: draw.seats,
  inputsHash: draw.inputsHash,
  reason: draw.reason,
  by: draw.by,
  at: draw.at,
  stoppedBy: draw.stoppedBy,
  stoppedAt: draw.stoppedAt,
};

const headOfRun = {
  id: drawRun.id,
  assemblyId: drawRun.assemblyId,
  underWayIn: drawRun.underWayIn,
  kind: drawRun.kind,
  state: drawRun.state,
  algorithm: drawRun.algorithm,
  seed: drawRun.seed,
  seats: drawRun.seats,
  inputsHash: drawRun.inputsHash,
  reason: drawRun.reason,
  progress: drawRun.progress,
  outcome: drawRun.outcome,
  drawId: drawRun.drawId,
  basis: drawRun.basis,
  requestedBy: drawRun.requestedBy,
  requestedAt: drawRun.requestedAt,
  leasedUntil: drawRun.leasedUntil,
  stopAskedAt: drawRun.stopAskedAt,
  stopAskedBy: drawRun.stopAskedBy,
  endedAt: drawRun.endedAt,
};

export async function insertDraw(db: Main, row: DrawRow, drawn: readonly CandidateId[]): Promise<void> {
  await db.insert(draw).values(row);
  if (drawn.length > 0) {
    await db.insert(drawSeat).values(drawn.map((candidateId, position) => ({ drawId: row.id, candidateId, position })));
  }
}

export async function findDraw(db: Main, id: DrawId): Promise<DrawRow | undefined> {
  const [row] = await db.select().from(draw).where(eq(draw.id, id));
  return row;
}

/** The draws of an assembly, the first one first. */
export async function listDraws(db: Main, assemblyId: AssemblyId): Promise<DrawHead[]> {
  return db.select(headOfDraw).from(draw).where(eq(draw.assemblyId, assemblyId)).orderBy(asc(draw.ordinal));
}

/** The same with what came out of each. */
export async function listDrawsWithReports(
  db: Main,
  assemblyId: AssemblyId,
): Promise<(DrawHead & Pick<DrawRow, "report">)[]> {
  return db
    .select({ ...headOfDraw, report: draw.report })
    .from(draw)
    .where(eq(draw.assemblyId, assemblyId))
    .orderBy(asc(draw.ordinal));
}

export async function lastDraw(db: Main, assemblyId: AssemblyId): Promise<DrawHead | undefined> {
  const [row] = await db
    .select(headOfDraw)
    .from(draw)
    .where(eq(draw.assemblyId, assemblyId))
    .orderBy(desc(draw.ordinal))
    .limit(1);
  return row;
}

/** The last draw that gave seats: one of alternates gives none. */
export async function lastSeatedDraw(db: Main, assemblyId: AssemblyId): Promise<DrawHead | undefined> {
  const [row] = await db
    .select(headOfDraw)
    .from(draw)
    .where(and(eq(draw.assemblyId, assemblyId), ne(draw.kind, "alternates")))
    .orderBy(desc(draw.ordinal))
    .limit(1);
  return row;
}

/** How many draws of a kind the assembly has. */
export async function countDrawsOfKind(db: Main, assemblyId: AssemblyId, kind: DrawRow["kind"]): Promise<number> {
  const [row] = await db
    .select({ draws: count() })
    .from(draw)
    .where(and(eq(draw.assemblyId, assemblyId), eq(draw.kind, kind)));
  return row?.draws ?? 0;
}

export async function drawnCandidateIds(db: Main, drawId: DrawId): Promise<CandidateId[]> {
  const rows = await db
    .select({ id: drawSeat.candidateId })
    .from(drawSeat)
    .where(eq(drawSeat.drawId, drawId))
    .orderBy(asc(drawSeat.position));
  return rows.map(({ id }) => id);
}

/** Forgets what the draws were computed from; their fingerprints stay. */
export async function emptyDrawInputs(db: Main, assemblyId: AssemblyId): Promise<void> {
  await db.update(draw).set({ inputs: "" }).where(eq(draw.assemblyId, assemblyId));
}

export async function insertDrawRun(db: Main, row: DrawRunRow): Promise<void> {
  await db.insert(drawRun).values(row);
}

export async function findDrawRun(db: Main, id: DrawRunId): Promise<DrawRunHead | undefined> {
  const [row] = await db.select(headOfRun).from(drawRun).where(eq(drawRun.id, id));
  return row;
}

export async function drawRunUnderWay(db: Main, assemblyId: AssemblyId): Promise<DrawRunHead | undefined> {
  const [row] = await db.select(headOfRun).from(drawRun).where(eq(drawRun.underWayIn, assemblyId));
  return row;
}

export async function lastDrawRun(db: Main, assemblyId: AssemblyId): Promise<DrawRunHead | undefined> {
  const [row] = await db
    .select(headOfRun)
    .from(drawRun)
    .where(eq(drawRun.assemblyId, assemblyId))
    .orderBy(desc(drawRun.requestedAt), desc(drawRun.id))
    .limit(1);
  return row;
}

type DrawRunChange = Partial<
  Pick<
    DrawRunRow,
    | "state"
    | "underWayIn"
    | "inputs"
    | "progress"
    | "outcome"
    | "drawId"
    | "leasedUntil"
    | "stopAskedAt"
    | "stopAskedBy"
    | "endedAt"
  >
>;

export async function updateDrawRun(db: Main, id: DrawRunId, change: DrawRunChange): Promise<void> {
  await db.update(drawRun).set(change).where(eq(drawRun.id, id));
}

/** Runs that nobody computes: new ones, and those whose server has gone. */
export async function drawRunsToCompute(db: Main, now: Date): Promise<Pick<DrawRunRow, "id">[]> {
  return db
    .select({ id: drawRun.id })
    .from(drawRun)
    .where(and(isNotNull(drawRun.underWayIn), or(isNull(drawRun.leasedUntil), lt(drawRun.leasedUntil, now))))
    .orderBy(asc(drawRun.requestedAt));
}

/** A run with all that it is computed from. */
export async function findWholeRun(db: Main, id: DrawRunId): Promise<DrawRunRow | undefined> {
  const [row] = await db.select().from(drawRun).where(eq(drawRun.id, id));
  return row;
}

/** Takes a run to compute, by compare-and-set; false when another was faster. */
export async function leaseDrawRun(
  db: Main,
  id: DrawRunId,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  const free = or(isNull(drawRun.leasedUntil), lt(drawRun.leasedUntil, now));
  const taken = await db
    .update(drawRun)
    .set({ leasedUntil: until })
    .where(and(eq(drawRun.id, id), isNotNull(drawRun.underWayIn), free))
    .returning({ id: drawRun.id });
  return taken.length > 0;
}

/** Keeps a run that was leased until `from`, and writes down how far it is; false when somebody else holds it, or it has ended. */
export async function renewDrawRun(
  db: Main,
  id: DrawRunId,
  { from, until, progress }: { from: Date; until: Date; progress: DrawProgress | null },
): Promise<boolean> {
  const kept = await db
    .update(drawRun)
    .set({ leasedUntil: until, progress: progress && { ...progress } })
    .where(and(eq(drawRun.id, id), eq(drawRun.leasedUntil, from), isNotNull(drawRun.underWayIn)))
    .returning({ id: drawRun.id });
  return kept.length > 0;
}

/** Gives a run back that was leased until this instant: it waits again. One that somebody else holds by now stays theirs. */
export async function releaseDrawRun(db: Main, id: DrawRunId, leasedUntil: Date): Promise<void> {
  await db
    .update(drawRun)
    .set({ leasedUntil: null })
    .where(and(eq(drawRun.id, id), eq(drawRun.leasedUntil, leasedUntil)));
}
