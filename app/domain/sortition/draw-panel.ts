import { seededRandom } from "../kernel/random";
import { assembleResult } from "./assemble-result";
import { findDistribution } from "./choose-algorithm";
import { confirmedTogether } from "./confirmed-together";
import { type DrawControl, DrawStopped, leaveIfStopped } from "./draw-control";
import type { DrawRequest } from "./draw-request";
import type { DrawOutcome } from "./draw-result";
import { explainInfeasible, plainReasons } from "./explain-infeasible";
import { groupPeople, type Pool } from "./group-people";
import { panelModel, panelRows } from "./panel-model";
import { PanelPricer } from "./price-panel";
import { type Solver, withModel } from "./solver";
import { StepClock } from "./step-clock";
import { validateRequest } from "./validate-request";

/**
 * Draws a panel: the fairest distribution that the quotas allow, a lottery of equally likely panels, and one of them.
 * Refused with everything that is wrong; infeasible with the clash and what would make it possible. Same request, same result.
 * Definitions after Flanigan, Gölz, Gupta, Hennig, Procaccia, "Fair algorithms for selecting citizens' assemblies" (2021).
 */
export function drawPanel(request: DrawRequest, solver: Solver, outer: DrawControl): DrawOutcome {
  const refusals = validateRequest(request);
  if (refusals.length > 0) return { status: "refused", refusals };
  const control = new StepClock(outer);
  try {
    control.report({ step: "check" });
    const pool = groupPeople(request);
    if (!panelExists(request, pool, solver)) {
      leaveIfStopped(control);
      return { status: "infeasible", impossible: explainInfeasible(request, pool, { solver, control }) };
    }
    const random = seededRandom(`hemicycle draw 1: ${request.seed}`);
    const distribution = findDistribution(pool, { algorithm: request.algorithm, solver, control, random });
    const result = assembleResult({ request, pool, distribution, solver, control, random });
    return { status: control.stopAsked() ? "stopped" : "drawn", result };
  } catch (error) {
    if (error instanceof DrawStopped) return { status: "stopped" };
    throw error;
  }
}

/** Whether any panel meets every rule. */
export function panelExists(request: DrawRequest, pool: Pool, solver: Solver): boolean {
  if (plainReasons(request, pool).length > 0 || confirmedTogether(request).length > 0) return false;
  if (pool.seats === 0) return pool.rules.every((rule) => rule.min <= 0 && rule.max >= 0);
  const weights = new Float64Array(pool.classes.length);
  const upper = Float64Array.from(pool.classes, ({ cap }) => cap);
  const pricer = new PanelPricer(pool, solver, { lower: weights, upper, rows: panelRows(pool) });
  try {
    if (pricer.price(weights, () => 0)) return true;
  } finally {
    pricer.close();
  }
  const model = panelModel(pool, weights, true);
  return withModel(solver, model, (opened) => {
    const solution = opened.solve();
    if (solution.status === "stopped") throw new DrawStopped();
    if (solution.status === "unknown") throw new Error("the solver could not say whether a panel exists");
    return solution.status !== "infeasible";
  });
}
