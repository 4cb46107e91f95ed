import { solve } from "yalps";
import type { LinearModel } from "~/app/domain/sortition/solver";

const infinite = (bound: number): boolean => !Number.isFinite(bound);

/**
 * A good whole solution of a small model in about a millisecond (YALPS, MIT): no proof, and no set-up cost.
 * Columns are moved to start at 0; iterations are capped, never time, so that the answer is repeatable.
 */
export function solveSmall(model: LinearModel): Float64Array | undefined {
  const lower = Float64Array.from(model.lower);
  const variables: [string, Map<string, number>][] = Array.from(lower, (_, at) => [
    `${at}`,
    new Map([["value", model.costs[at] ?? 0]]),
  ]);
  const constraints = new Map<string, { min?: number; max?: number }>();
  model.rows.forEach((row, at) => {
    let shift = 0;
    for (let k = 0; k < row.columns.length; k++) {
      const column = row.columns[k] ?? 0;
      shift += (row.values[k] ?? 0) * (lower[column] ?? 0);
      variables[column]?.[1].set(`r${at}`, row.values[k] ?? 0);
    }
    constraints.set(`r${at}`, limits(row.lower - shift, row.upper - shift));
  });
  variables.forEach(([, entries], at) => {
    const room = (model.upper[at] ?? 0) - (lower[at] ?? 0);
    if (infinite(room)) return;
    entries.set(`u${at}`, 1);
    constraints.set(`u${at}`, { max: room });
  });
  const answer = solve(
    { direction: "maximize", objective: "value", constraints, variables, integers: true },
    {
      tolerance: 0.01,
      maxIterations: 150,
      maxPivots: 2000,
      timeout: Number.POSITIVE_INFINITY,
      includeZeroVariables: true,
    },
  );
  if (answer.status !== "optimal" && !(answer.status === "timedout" && !Number.isNaN(answer.result))) return undefined;
  const values = Float64Array.from(lower);
  for (const [name, value] of answer.variables) values[Number(name)] = (values[Number(name)] ?? 0) + Math.round(value);
  return values;
}

function limits(min: number, max: number): { min?: number; max?: number } {
  return { ...(!infinite(min) && { min }), ...(!infinite(max) && { max }) };
}
