import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { planDraw } from "~/app/domain/recruitment/plan-draw";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import { findAssembly } from "~/db/repositories/assembly";
import { lastDraw } from "~/db/repositories/draw";
import {
  type DrawForecastRow,
  deleteForecast,
  forecastsToCompute,
  leaseForecast,
  updateForecast,
} from "~/db/repositories/draw-forecast";
import type { App } from "../../context";
import { basisOf } from "./draw-situation";
import { loadPool } from "./load-pool";
import { neverEnding, untilSettled } from "./until-settled";

/** A server that has not written for so long has gone: another takes over. */
const LEASE_MS = MINUTE_MS;

/** Takes the forecasts that wait and starts computing them, each on its own; what is not done when this server stops is given back. */
export async function takeForecasts(app: App, ending: AbortSignal = neverEnding()): Promise<Promise<void>[]> {
  const taken: Promise<void>[] = [];
  for (const row of await forecastsToCompute(app.stores.main, app.clock.now())) {
    const now = app.clock.now();
    if (await leaseForecast(app.stores.main, row, { now, until: new Date(now.getTime() + LEASE_MS) })) {
      taken.push(computeForecast(app, row, ending));
    }
  }
  return taken;
}

async function computeForecast(app: App, row: DrawForecastRow, ending: AbortSignal): Promise<void> {
  const { main } = app.stores;
  const assembly = await findAssembly(main, row.assemblyId);
  if (!assembly || (await lastDraw(main, row.assemblyId))) return deleteForecast(main, row.assemblyId);
  const pool = await loadPool(main, row.assemblyId);
  const { seats } = assembly;
  const isOld = basisOf(app, { seats, importBatch: pool.importBatch, quotas: pool.quotas }) !== row.basis;
  if (isOld) return void (await updateForecast(main, row, { state: "failed", leasedUntil: null }));
  let progress: DrawProgress | null = null;
  const running = app.draws.forecast(
    planDraw({ people: pool.people, quotas: pool.quotas, seats, algorithm: "leximin", seed: "forecast" }),
    (step) => {
      progress = step;
    },
  );
  const look = async (): Promise<"go-on" | "stop"> => {
    const leasedUntil = new Date(app.clock.now().getTime() + LEASE_MS);
    const wanted = await updateForecast(main, row, { leasedUntil, progress: progress && { ...progress } });
    return wanted ? "go-on" : "stop";
  };
  const outcome = await untilSettled(app, running, { look, ending });
  if (outcome === "left") return void (await updateForecast(main, row, { leasedUntil: null }));
  const ended = { leasedUntil: null, progress: null };
  if (outcome === "failed" || outcome.status === "stopped") {
    await updateForecast(main, row, { ...ended, state: "failed" });
    return;
  }
  const kept = outcome.status === "refused" ? { ...outcome, refusals: outcome.refusals.slice(0, 100) } : outcome;
  await updateForecast(main, row, { ...ended, state: "done", outcome: canonicalJson(kept) });
}
