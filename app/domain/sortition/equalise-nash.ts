import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { Ideal } from "./equalise-leximin";
import { type OuterBound, solved } from "./outer-bound";
import { nashGap, refineNash } from "./refine-nash";
import { type LinearRow, type Solver, type SolverModel, withModel } from "./solver";

const rounds = 80;
/** From here on Newton's method is tried: it ends what tangents approach ever more slowly. */
const nearEnough = 1e-4;
/** Mean logarithm of the probabilities: as near to the best as this. */
const closeEnough = 1e-10;
/** Below every logarithm of a probability that can occur. */
const floor = -40;

/**
 * The largest product of probabilities (Nash welfare) inside the outer bound: the logarithm is replaced by tangents from above,
 * and tangents are added where the solution lies until bound and value meet, or Newton's method meets them.
 */
export function nashIdeal(outer: OuterBound, { solver, control }: { solver: Solver; control: DrawControl }): Ideal {
  const { classes } = outer.pool;
  const width = classes.length;
  const sizes = outer.sizes();
  const open = Array.from(classes.keys()).filter((at) => !outer.unreachable.has(at));
  const people = open.reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
  const tangentAt = (at: number, place: number, point: number): LinearRow => ({
    lower: Number.NEGATIVE_INFINITY,
    upper: Math.log(point) - 1,
    columns: [at, width + place],
    values: [-1 / ((sizes[at] ?? 1) * point), 1],
  });
  const grid = [0.5, 1, 2, 4].map((times) => Math.min(1, (times * outer.pool.seats) / people));
  const tangents = open.flatMap((at, place) => [...new Set([...grid, 1])].map((point) => tangentAt(at, place, point)));
  const model = {
    costs: [...new Float64Array(width), ...open.map((at) => (sizes[at] ?? 0) / people)],
    lower: [...new Float64Array(width), ...open.map(() => floor)],
    upper: [...outer.caps(), ...open.map(() => 0)],
    rows: [...outer.rows(), ...tangents],
  };
  return withModel(solver, model, (opened) => {
    const state = { expected: new Float64Array(width), value: Number.NEGATIVE_INFINITY };
    for (let round = 0; ; round++) {
      leaveIfStopped(control);
      const { values, objective } = solveAfresh(opened);
      const chances = open.map((at) => Math.max(1e-12, (values[at] ?? 0) / (sizes[at] ?? 1)));
      const value = open.reduce(
        (sum, at, place) => sum + ((sizes[at] ?? 0) * Math.log(chances[place] ?? 1)) / people,
        0,
      );
      if (value > state.value) {
        state.value = value;
        state.expected.set(values.subarray(0, width));
      }
      const gap = Math.max(0, objective - state.value);
      control.report({ step: "equalise", done: round, of: rounds, gap });
      const refined = gap <= nearEnough ? refineNash(outer, values.slice(0, width)) : undefined;
      const left = refined ? nashGap(outer, refined, solver) : Number.POSITIVE_INFINITY;
      if (refined && left <= closeEnough) return idealOf(refined, { open, sizes, gap: left });
      if (gap <= closeEnough || round >= rounds) return idealOf(state.expected, { open, sizes, gap });
      open.forEach((at, place) => {
        const chance = chances[place] ?? 1;
        const reached = Math.log(chance);
        if ((values[width + place] ?? 0) > reached + closeEnough / 4) opened.addRow(tangentAt(at, place, chance));
      });
    }
  });
}

function solveAfresh(model: SolverModel) {
  const solution = model.solve();
  if (solution.status === "optimal" || solution.status === "stopped") return solved(solution);
  model.restart();
  return solved(model.solve());
}

function idealOf(
  expected: Float64Array,
  { open, sizes, gap }: { open: readonly number[]; sizes: Float64Array; gap: number },
): Ideal {
  const minimum = open.reduce((least, at) => Math.min(least, (expected[at] ?? 0) / (sizes[at] ?? 1)), 1);
  return { expected, minimum, objectiveGap: gap };
}
