import { teamStream } from "~/app/domain/assembly/streams";
import { planDraw } from "~/app/domain/recruitment/plan-draw";
import type { Forecast } from "~/app/domain/sortition/forecast-draw";
import { findAssembly } from "~/db/repositories/assembly";
import { lastDraw } from "~/db/repositories/draw";
import {
  type DrawForecastRow,
  deleteForecast,
  type ForecastKey,
  findForecast,
  forecastsToCompute,
  type HeldForecast,
  leaseForecast,
  updateForecast,
} from "~/db/repositories/draw-forecast";
import type { App } from "../../context";
import { basisOf } from "../../kernel/recruit/draw-situation";
import type { Taken } from "./compute-draws";
import { isRenewalDue, leaseFrom } from "./lease-renewal";
import { loadPool } from "./load-pool";
import { type Look, neverEnding, untilSettled } from "./until-settled";

/** Takes the forecasts that wait and starts computing them, each on its own. */
export async function takeForecasts(app: App, ending: AbortSignal = neverEnding()): Promise<Promise<void>[]> {
  const taken: Promise<void>[] = [];
  for (const key of await forecastsToCompute(app.stores.main, app.clock.now())) {
    const one = await takeForecast(app, key, ending);
    if (one) taken.push(one.settled);
  }
  return taken;
}

/** Starts computing a forecast; nothing when another server was faster. What is not done when this server stops is given back. */
export async function takeForecast(app: App, key: ForecastKey, ending: AbortSignal): Promise<Taken | undefined> {
  const row = await findForecast(app.stores.main, key.assemblyId);
  const now = app.clock.now();
  const until = leaseFrom(now);
  if (row?.basis !== key.basis || !(await leaseForecast(app.stores.main, row, { now, until }))) return undefined;
  const settled = computeForecast(app, { row, until, ending }).finally(() => {
    app.drawProgress.forget(row.assemblyId);
    app.announcer.moved([moveOf(row)]);
  });
  return { settled };
}

const moveOf = ({ assemblyId }: DrawForecastRow) => ({ stream: teamStream(assemblyId), what: "forecast" }) as const;

interface TakenForecast {
  readonly row: DrawForecastRow;
  readonly until: Date;
  readonly ending: AbortSignal;
}

async function computeForecast(app: App, { row, until, ending }: TakenForecast): Promise<void> {
  const { main } = app.stores;
  const assembly = await findAssembly(main, row.assemblyId);
  if (!assembly || (await lastDraw(main, row.assemblyId))) return deleteForecast(main, row.assemblyId);
  const pool = await loadPool(main, row.assemblyId);
  const { seats } = assembly;
  const isOld = basisOf(app, { seats, importBatch: pool.importBatch, quotas: pool.quotas }) !== row.basis;
  let held: HeldForecast = { ...row, leasedUntil: until };
  if (isOld) return void (await updateForecast(main, held, { state: "failed", leasedUntil: null }));
  const running = app.draws.forecast(
    planDraw({ people: pool.people, quotas: pool.quotas, seats, algorithm: "leximin", seed: "forecast" }),
    (step) => {
      app.drawProgress.tell(row.assemblyId, step);
      app.announcer.moved([moveOf(row)]);
    },
  );
  const look = async (): Promise<Look> => {
    const current = await findForecast(main, row.assemblyId);
    if (current?.basis !== row.basis || current.state !== "waiting") return "leave";
    const now = app.clock.now();
    if (!isRenewalDue(held.leasedUntil, now)) return "go-on";
    const leasedUntil = leaseFrom(now);
    const progress = app.drawProgress.of(row.assemblyId);
    if (!(await updateForecast(main, held, { leasedUntil, progress: progress && { ...progress } }))) return "leave";
    held = { ...held, leasedUntil };
    return "go-on";
  };
  const outcome = await untilSettled(app, running, { look, ending });
  if (outcome === "left") return void (await updateForecast(main, held, { leasedUntil: null }));
  const ended = { leasedUntil: null, progress: null };
  const found = outcome === "failed" ? undefined : foundBy(outcome);
  const end = found ? { state: "done" as const, outcome: found } : { state: "failed" as const };
  await updateForecast(main, held, { ...ended, ...end });
}

/** What is kept of a forecast; nothing of one that was not computed to its end. */
function foundBy(outcome: Forecast | { readonly status: "stopped" | "unanswered" }): Forecast | undefined {
  switch (outcome.status) {
    case "refused":
      return { ...outcome, refusals: outcome.refusals.slice(0, 100) };
    case "infeasible":
    case "possible":
      return outcome;
    case "stopped":
    case "unanswered":
      return undefined;
  }
}
