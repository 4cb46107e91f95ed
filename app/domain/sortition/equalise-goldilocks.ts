import { type DrawControl, leaveIfStopped } from "./draw-control";
import { type Ideal, leximinIdeal } from "./equalise-leximin";
import { type OuterBound, solved } from "./outer-bound";
import { type Solver, withModel } from "./solver";

const rounds = 60;

/**
 * GOLDILOCKS (Baharav and Flanigan 2024, γ = 1): neither too little nor too much for anybody. The smallest
 * (n/k)·largest + (k/n)/smallest probability, and leximin among the distributions that have it.
 */
export function goldilocksIdeal(outer: OuterBound, tools: { solver: Solver; control: DrawControl }): Ideal {
  const ceiling = largestProbability(outer, tools);
  return leximinIdeal(outer, { ...tools, ceiling: Math.min(1, ceiling + 1e-9) });
}

/** Columns: seats per class, then smallest and largest in units of k/n, then 1/smallest bounded by tangents. */
function largestProbability(outer: OuterBound, { solver, control }: { solver: Solver; control: DrawControl }): number {
  const { classes, seats } = outer.pool;
  const width = classes.length;
  const sizes = outer.sizes();
  const open = Array.from(classes.keys()).filter((at) => !outer.unreachable.has(at));
  const mean = seats / open.reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
  const [least, most, inverse] = [width, width + 1, width + 2];
  const infinite = Number.POSITIVE_INFINITY;
  const between = open.flatMap((at) => {
    const unit = (sizes[at] ?? 0) * mean;
    return [
      { lower: 0, upper: infinite, columns: [at, least], values: [1, -unit] },
      { lower: Number.NEGATIVE_INFINITY, upper: 0, columns: [at, most], values: [1, -unit] },
    ];
  });
  const tangent = (point: number) => ({
    lower: 2 / point,
    upper: infinite,
    columns: [least, inverse],
    values: [1 / point ** 2, 1],
  });
  const model = {
    costs: [...new Float64Array(width), 0, -1, -1],
    lower: new Float64Array(width + 3),
    upper: [...outer.caps(), 1, 1 / mean, infinite],
    rows: [...outer.rows(), ...between, ...[0.01, 0.1, 0.3, 0.6, 1].map(tangent)],
  };
  return withModel(solver, model, (opened) => {
    for (let round = 0; ; round++) {
      leaveIfStopped(control);
      control.report({ step: "equalise", done: round, of: rounds });
      const { values } = solved(opened.solve());
      const smallest = values[least] ?? 0;
      if (smallest <= 0 || round >= rounds || (values[inverse] ?? 0) >= 1 / smallest - 1e-12)
        return (values[most] ?? 0) * mean;
      opened.addRow(tangent(smallest));
    }
  });
}
