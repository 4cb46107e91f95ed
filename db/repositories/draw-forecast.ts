import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { drawForecast } from "../schema/recruitment";

export type DrawForecastRow = typeof drawForecast.$inferSelect;

export async function findForecast(db: Main, assemblyId: AssemblyId): Promise<DrawForecastRow | undefined> {
  const [row] = await db.select().from(drawForecast).where(eq(drawForecast.assemblyId, assemblyId));
  return row;
}

/** The assembly's forecast is this one from now on. */
export async function saveForecast(db: Main, row: DrawForecastRow): Promise<void> {
  await db.insert(drawForecast).values(row).onConflictDoUpdate({ target: drawForecast.assemblyId, set: row });
}

export async function deleteForecast(db: Main, assemblyId: AssemblyId): Promise<void> {
  await db.delete(drawForecast).where(eq(drawForecast.assemblyId, assemblyId));
}

/** Forecasts that nobody computes: new ones, and those whose server has gone. */
export async function forecastsToCompute(db: Main, now: Date): Promise<ForecastKey[]> {
  const free = or(isNull(drawForecast.leasedUntil), lt(drawForecast.leasedUntil, now));
  return db
    .select({ assemblyId: drawForecast.assemblyId, basis: drawForecast.basis })
    .from(drawForecast)
    .where(and(eq(drawForecast.state, "waiting"), free))
    .orderBy(asc(drawForecast.requestedAt));
}

export interface ForecastKey {
  readonly assemblyId: AssemblyId;
  readonly basis: string;
}

/** Takes a forecast to compute, by compare-and-set; false when another was faster. */
export async function leaseForecast(
  db: Main,
  { assemblyId, basis }: ForecastKey,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<boolean> {
  const free = or(isNull(drawForecast.leasedUntil), lt(drawForecast.leasedUntil, now));
  const taken = await db
    .update(drawForecast)
    .set({ leasedUntil: until })
    .where(and(wantedRow({ assemblyId, basis }), free))
    .returning({ id: drawForecast.assemblyId });
  return taken.length > 0;
}

/** A forecast as whoever computes it holds it. */
export interface HeldForecast extends ForecastKey {
  readonly leasedUntil: Date;
}

/**
 * Keeps a held forecast, gives it back, or writes down what came out, by compare-and-set; false when somebody else holds it by now, or
 * it is wanted for something else.
 */
export async function updateForecast(
  db: Main,
  held: HeldForecast,
  change: Partial<Pick<DrawForecastRow, "state" | "progress" | "outcome" | "leasedUntil">>,
): Promise<boolean> {
  const changed = await db
    .update(drawForecast)
    .set(change)
    .where(and(wantedRow(held), eq(drawForecast.leasedUntil, held.leasedUntil)))
    .returning({ id: drawForecast.assemblyId });
  return changed.length > 0;
}

function wantedRow({ assemblyId, basis }: ForecastKey) {
  return and(eq(drawForecast.assemblyId, assemblyId), eq(drawForecast.basis, basis), eq(drawForecast.state, "waiting"));
}
