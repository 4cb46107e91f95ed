import { type DrawControl, leaveIfStopped } from "./draw-control";
import { panelExists } from "./draw-panel";
import type { BadRequest, DrawRequest } from "./draw-request";
import { explainInfeasible, type Impossible } from "./explain-infeasible";
import { groupPeople } from "./group-people";
import { householdKey } from "./household-key";
import { measureTightness, type Tightness } from "./measure-tightness";
import type { Solver } from "./solver";
import { validateRequest } from "./validate-request";

/** What can be said of a draw before it is made. */
export type Forecast =
  | { readonly status: "refused"; readonly refusals: readonly BadRequest[] }
  | { readonly status: "infeasible"; readonly impossible: Impossible }
  | {
      readonly status: "possible";
      readonly tightness: Tightness;
      /** Of the people with a rare chance, those whom no panel contains at all. */
      readonly neverIds: readonly string[];
    };

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
  const tightness = measureTightness(request, { solver, control }) ?? nothingToDraw;
  return { status: "possible", tightness, neverIds: neverDrawn(request, tightness.rareIds, { solver, control }) };
}

/** Kinds of people that are asked about one by one; with more, the rest count as rare only. */
const mostKinds = 60;

/** Asks for each kind of person with a rare chance whether any panel contains one of them. */
function neverDrawn(
  request: DrawRequest,
  rareIds: readonly string[],
  { solver, control }: { solver: Solver; control: DrawControl },
): string[] {
  const rare = new Set(rareIds);
  const kinds = new Map<string, string[]>();
  for (const { id, features, household } of request.people) {
    if (!rare.has(id)) continue;
    const kind = JSON.stringify([Object.entries(features).sort(), request.households ? householdKey(household) : null]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
  }
  const never = [...kinds.values()].slice(0, mostKinds).flatMap((ids, at) => {
    leaveIfStopped(control);
    control.report({ step: "reach", done: at, of: Math.min(mostKinds, kinds.size) });
    const one = { ...request, confirmedIds: [...(request.confirmedIds ?? []), ...ids.slice(0, 1)] };
    return panelExists(one, groupPeople(one), solver) ? [] : ids;
  });
  return never.sort();
}
