import { asPanel } from "./check-panel";
import { type DrawControl, DrawStopped, leaveIfStopped } from "./draw-control";
import type { Pool } from "./group-people";
import { type Herd, hunger } from "./herd-panels";
import type { KnownPanels, SparsePanel } from "./known-panels";
import { panelModel, rowsAtAverage } from "./panel-model";
import { type Solver, withModel } from "./solver";
import { activity } from "./tight-rows";

/** Searches without a panel end here, so that the same pool gives the same answer. */
const nodes = 2000;
/** Exact searches take seconds each: so many are afforded. */
const mostSearches = 12;

/**
 * Whether a panel lies where the average lies: it meets with equality what the average meets with equality, and holds everybody whom
 * the average always holds. Other panels have no part in any mixture that reaches the average.
 */
export function faceOf(pool: Pool, expected: Float64Array): (panel: SparsePanel) => boolean {
  const rows = rowsAtAverage(pool, expected).filter(({ lower, upper }) => lower === upper);
  const always = alwaysSeated(pool, expected);
  return ({ counts }) =>
    always.every((at) => counts[at] === pool.classes[at]?.cap) &&
    counts.every((seats, at) => seats === 0 || (expected[at] ?? 0) > 0) &&
    rows.every((row) => activity(row, counts) === row.lower);
}

function alwaysSeated(pool: Pool, expected: Float64Array): number[] {
  return Array.from(pool.classes.keys()).filter((at) => (expected[at] ?? 0) > (pool.classes[at]?.cap ?? 0) - 1e-7);
}

interface Searching {
  readonly expected: Float64Array;
  readonly known: KnownPanels;
  readonly solver: Solver;
  readonly control: DrawControl;
}

/**
 * A few panels where the average lies, each found by an exact search, for pools whose quotas are too tight for guesses: one, and one
 * more for every quota that may vary from panel to panel, as crossing leaves those as they are. Fewer, or none, where searches find none.
 */
export function searchFace(pool: Pool, { expected, known, solver, control }: Searching): Herd {
  const rows = rowsAtAverage(pool, expected);
  const varying = rows.filter(({ lower, upper }) => lower !== upper).length;
  const model = panelModel(pool, new Float64Array(expected.length), true);
  const lower = Float64Array.from(model.lower);
  for (const at of alwaysSeated(pool, expected)) lower[at] = pool.classes[at]?.cap ?? 0;
  const upper = Float64Array.from(model.upper, (most, at) => ((expected[at] ?? 0) > 0 ? most : 0));
  const total = new Float64Array(expected.length);
  const places: number[] = [];
  withModel(solver, { ...model, lower, upper, rows }, (opened) => {
    for (let round = 1; round <= Math.min(mostSearches, 1 + varying); round++) {
      leaveIfStopped(control);
      const weights = round === 1 ? new Float64Array(expected.length) : hunger(pool, { expected, total, round });
      const ours = expected.reduce((sum, seats, at) => sum + seats * (weights[at] ?? 0), 0);
      opened.setCosts(weights);
      const solution = opened.solve({ nodes, target: ours - 1e-6 });
      if (solution.status === "stopped") throw new DrawStopped();
      const panel = "values" in solution ? asPanel(pool, solution.values) : undefined;
      if (!panel) break;
      places.push(known.add(panel));
      panel.forEach((seats, at) => {
        total[at] = (total[at] ?? 0) + seats;
      });
    }
  });
  return { places, total };
}
