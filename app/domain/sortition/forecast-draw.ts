import type { DrawControl } from "./draw-control";
import { panelExists } from "./draw-panel";
import type { BadRequest, DrawRequest } from "./draw-request";
import { explainInfeasible, type Impossible } from "./explain-infeasible";
import { groupPeople } from "./group-people";
import { measureTightness, type Tightness } from "./measure-tightness";
import type { Solver } from "./solver";
import { validateRequest } from "./validate-request";

/** What can be said of a draw before it is made. */
export type Forecast =
  | { readonly status: "refused"; readonly refusals: readonly BadRequest[] }
  | { readonly status: "infeasible"; readonly impossible: Impossible }
  | { readonly status: "possible"; readonly tightness: Tightness };

const nothingToDraw: Tightness = { minimum: 0, prices: [], rareIds: [] };

/**
 * Looks at a draw without making it: everything that is wrong with the request, or why no panel exists and what would make one
 * possible, or how tight each quota is. Nobody is drawn, and no seed is used.
 */
export function forecastDraw(
  request: DrawRequest,
  { solver, control }: { solver: Solver; control: DrawControl },
): Forecast {
  const refusals = validateRequest(request);
  if (refusals.length > 0) return { status: "refused", refusals };
  control.report({ step: "check" });
  const pool = groupPeople(request);
  if (!panelExists(request, pool, solver)) {
    return { status: "infeasible", impossible: explainInfeasible(request, pool, { solver, control }) };
  }
  return { status: "possible", tightness: measureTightness(request, { solver, control }) ?? nothingToDraw };
}
