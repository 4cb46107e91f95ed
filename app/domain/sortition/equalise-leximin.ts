import { type DrawControl, leaveIfStopped } from "./draw-control";
import { type OuterBound, solved } from "./outer-bound";
import { settleIdeal } from "./settle-ideal";
import { type Solution, type Solver, type SolverModel, withModel } from "./solver";

/** Average seats per class that an algorithm aims at, with the value that bounds its minimum. */
export interface Ideal {
  readonly expected: Float64Array;
  /** Its smallest probability; for leximin, no distribution has a larger one. */
  readonly minimum: number;
  /** How far the ideal can be from the best of its objective, where it is not exact. */
  readonly objectiveGap?: number;
}

/** A level is fixed this much below its value, so that rounding never makes the next level infeasible. */
const slack = 2e-9;
const dualThreshold = 1e-7;

/**
 * Leximin inside the outer bound: raises the smallest probability, fixes those that cannot rise (a positive dual proves it),
 * and goes on with the others. `ceiling` is the largest probability allowed (1 unless told).
 */
export function leximinIdeal(outer: OuterBound, { solver, control, ceiling = 1 }: LeximinTools): Ideal {
  const { classes } = outer.pool;
  const width = classes.length;
  const sizes = outer.sizes();
  const upper = outer.caps().map((cap, at) => Math.min(cap, ceiling * (sizes[at] ?? 0)));
  const rows = outer.rows();
  const open = Array.from(classes.keys()).filter((at) => !outer.unreachable.has(at));
  const levels = open.map((at) => ({
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
    columns: [at, width],
    values: [1, -(sizes[at] ?? 0)],
  }));
  const model = {
    costs: [...new Float64Array(width), 1],
    lower: [...new Float64Array(width), 0],
    upper: [...upper, Number.POSITIVE_INFINITY],
    rows: [...rows, ...levels],
  };
  const { expected, minimum } = withModel(solver, model, (opened) =>
    raiseLevels(opened, { control, sizes, upper, open, firstLevel: rows.length }),
  );
  return { expected: settleIdeal(outer, expected), minimum };
}

interface LeximinTools {
  readonly solver: Solver;
  readonly control: DrawControl;
  readonly ceiling?: number;
}

interface Levels {
  readonly control: DrawControl;
  readonly sizes: Float64Array;
  readonly upper: Float64Array;
  readonly open: readonly number[];
  readonly firstLevel: number;
}

function raiseLevels(model: SolverModel, { control, sizes, upper, open, firstLevel }: Levels): Ideal {
  const width = sizes.length;
  const fixed = new Float64Array(width).fill(-1);
  let minimum = 1;
  let left = open.length;
  for (let level = 0; left > 0; level++) {
    leaveIfStopped(control);
    const { values, rowDuals } = solveLevel(model, { sizes, upper, fixed });
    const value = values[width] ?? 0;
    if (level === 0) minimum = value;
    control.report({ step: "equalise", done: open.length - left, of: open.length, bound: minimum });
    const duals = open.map((at, place) =>
      (fixed[at] ?? 0) < 0 ? Math.abs(rowDuals[firstLevel + place] ?? 0) * (sizes[at] ?? 0) : 0,
    );
    const threshold = Math.min(dualThreshold, Math.max(...duals));
    if (threshold <= 0) throw new Error("a level without a proof");
    open.forEach((at, place) => {
      if ((duals[place] ?? 0) < threshold || (fixed[at] ?? 0) >= 0) return;
      fixed[at] = Math.max(0, value);
      left--;
      model.setRowBounds(firstLevel + place, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    });
  }
  return { expected: fixed.map((level, at) => Math.max(0, level) * (sizes[at] ?? 0)), minimum };
}

type Solved = Extract<Solution, { values: Float64Array }>;

function solveLevel(
  model: SolverModel,
  { sizes, upper, fixed }: { sizes: Float64Array; upper: Float64Array; fixed: Float64Array },
): Solved {
  for (let loosen = 1; loosen < 1e6; loosen *= 5) {
    const lower = fixed.map((level, at) => (level < 0 ? 0 : Math.max(0, (sizes[at] ?? 0) * (level - slack * loosen))));
    model.setColumnBounds(
      [...lower.map((bound, at) => Math.min(bound, upper[at] ?? 0)), 0],
      [...upper, Number.POSITIVE_INFINITY],
    );
    const solution = model.solve();
    if (solution.status === "optimal") return solution;
    if (solution.status === "stopped") return solved(solution);
    model.restart();
  }
  throw new Error("the levels of leximin could not be kept");
}
