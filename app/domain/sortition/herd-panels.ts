import { itemAt } from "../kernel/item-at";
import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { Pool } from "./group-people";
import { type KnownPanels, type SparsePanel, weightOf } from "./known-panels";
import { rowsAtAverage } from "./panel-model";
import { PanelPricer } from "./price-panel";
import type { Solver } from "./solver";

export interface Herd {
  /** Panels in order, as places in the known panels. */
  readonly places: number[];
  /** Seats each class was given in all. */
  readonly total: Float64Array;
}

interface HerdTools {
  readonly solver: Solver;
  readonly control: DrawControl;
  readonly known: KnownPanels;
  readonly count: number;
  /** Seats that earlier panels gave already, and how many panels that were. */
  readonly given?: Float64Array;
  readonly before?: number;
  /** A stop ends the herd instead of the draw. */
  readonly mayEndEarly?: boolean;
}

/**
 * Herding: panel after panel, each the one that best serves the classes that are short of `expected` so far. If `expected` is an
 * average of panels, nobody ever falls far behind (perceptron cycling theorem), so the list itself is a uniform lottery.
 */
export function herdPanels(pool: Pool, expected: Float64Array, tools: HerdTools): Herd {
  const { solver, control, known, count, before = 0 } = tools;
  const total = Float64Array.from(tools.given ?? new Float64Array(expected.length));
  const places: number[] = [];
  const lower = new Float64Array(expected.length);
  const upper = Float64Array.from(pool.classes, ({ cap }, at) =>
    (expected[at] ?? 0) > 0 ? Math.min(cap, Math.ceil((expected[at] ?? 0) - 1e-9) + 1) : 0,
  );
  pool.classes.forEach(({ cap }, at) => {
    if ((expected[at] ?? 0) > cap - 1e-7) lower[at] = cap;
  });
  const pricer = new PanelPricer(pool, solver, { lower, upper, rows: rowsAtAverage(pool, expected) });
  try {
    for (let round = 1; round <= count; round++) {
      if (!tools.mayEndEarly) leaveIfStopped(control);
      else if (control.stopAsked()) break;
      control.report({ step: "panels", done: round, of: count });
      const weights = hunger(pool, { expected, total, round: before + round });
      const ours = weightOfAverage(expected, weights);
      const priced = pricer.price(weights, (bound) => ours + 0.85 * (bound - ours));
      const place = priced ? known.add(priced.panel) : heaviest(known.list, weights);
      if (place === undefined) break;
      places.push(place);
      const { counts, classes } = itemAt(known.list, place);
      for (const at of classes) total[at] = (total[at] ?? 0) + (counts[at] ?? 0);
    }
  } finally {
    pricer.close();
  }
  return { places, total };
}

/** What one more seat is worth to each class: the fall of Σ shortfall²/people. */
export function hunger(
  pool: Pool,
  { expected, total, round }: { expected: Float64Array; total: Float64Array; round: number },
): Float64Array {
  return expected.map((seats, at) => {
    const over = (total[at] ?? 0) - round * seats;
    return -(2 * (over + Math.floor(seats)) + 1) / (pool.classes[at]?.members.length ?? 1);
  });
}

function weightOfAverage(expected: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < expected.length; at++) sum += (expected[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}

/** The known panel of largest weight. */
export function heaviest(list: readonly SparsePanel[], weights: Float64Array): number | undefined {
  let best: number | undefined;
  let most = Number.NEGATIVE_INFINITY;
  list.forEach((panel, at) => {
    const weight = weightOf(panel, weights);
    if (weight > most) {
      most = weight;
      best = at;
    }
  });
  return best;
}
