import { type DrawControl, leaveIfStopped } from "./draw-control";
import { type KnownPanels, weightOf } from "./known-panels";
import { type OuterBound, solved } from "./outer-bound";
import { ExactPricer } from "./price-panel";
import { type Solver, type SolverModel, withModel } from "./solver";

/** Nobody's probability may fall short of the ideal by more than this, for a distribution to count as exact. */
export const exactWithin = 1e-7;

export interface Proved {
  /** Shares of the known panels, in their order. */
  readonly shares: Float64Array;
  /** Largest shortfall of anybody's probability against the ideal. */
  readonly gap: number;
  /** Whether the ideal lies outside of what panels can average: a cut was added to the outer bound. */
  readonly cut: boolean;
}

/**
 * Mixes the known panels so that nobody falls short of the ideal, adding the panels this takes. Either the ideal is reached,
 * or an exact search proves that no mixture reaches it and the proof becomes a cut of the outer bound.
 */
export function proveDistribution(
  outer: OuterBound,
  {
    expected,
    known,
    solver,
    control,
  }: { expected: Float64Array; known: KnownPanels; solver: Solver; control: DrawControl },
): Proved {
  const sizes = outer.sizes();
  const wanted = Array.from(expected.keys()).filter((at) => (expected[at] ?? 0) > 0);
  const rowOf = new Map(wanted.map((at, row) => [at, row]));
  const model = mixture(known, { expected, sizes, wanted, rowOf });
  const pricer = new ExactPricer(outer.pool, solver);
  try {
    return withModel(solver, model, (opened) =>
      mix(opened, { outer, expected, known, sizes, wanted, rowOf, pricer, control }),
    );
  } finally {
    pricer.close();
  }
}

interface Mixture {
  readonly expected: Float64Array;
  readonly sizes: Float64Array;
  readonly wanted: readonly number[];
  readonly rowOf: ReadonlyMap<number, number>;
}

/** Column 0 is the shortfall, column 1 + P the share of panel P; one row per class, then Σ shares = 1. */
function mixture(known: KnownPanels, { expected, sizes, wanted }: Mixture) {
  const columns: number[][] = wanted.map(() => [0]);
  const values: number[][] = wanted.map((at) => [sizes[at] ?? 0]);
  const place = new Map(wanted.map((at, row) => [at, row]));
  known.list.forEach(({ counts, classes }, panel) => {
    for (const at of classes) {
      const row = place.get(at);
      if (row === undefined) continue;
      columns[row]?.push(panel + 1);
      values[row]?.push(counts[at] ?? 0);
    }
  });
  const width = known.list.length + 1;
  const rows = wanted.map((at, row) => ({
    lower: expected[at] ?? 0,
    upper: Number.POSITIVE_INFINITY,
    columns: columns[row] ?? [],
    values: values[row] ?? [],
  }));
  const all = Array.from({ length: width - 1 }, (_, panel) => panel + 1);
  rows.push({ lower: 1, upper: 1, columns: all, values: all.map(() => 1) });
  const costs = new Float64Array(width);
  costs[0] = -1;
  return { costs, lower: new Float64Array(width), upper: new Float64Array(width).fill(Number.POSITIVE_INFINITY), rows };
}

interface Mixing extends Mixture {
  readonly outer: OuterBound;
  readonly known: KnownPanels;
  readonly pricer: ExactPricer;
  readonly control: DrawControl;
}

function mix(model: SolverModel, { outer, expected, known, sizes, wanted, rowOf, pricer, control }: Mixing): Proved {
  for (;;) {
    leaveIfStopped(control);
    const { values, rowDuals } = solved(model.solve());
    const gap = Math.max(0, values[0] ?? 0);
    control.report({ step: "prove", gap });
    const shares = values.slice(1);
    if (gap <= exactWithin) return { shares, gap, cut: false };
    const weights = new Float64Array(sizes.length);
    wanted.forEach((at, row) => {
      weights[at] = Math.abs(rowDuals[row] ?? 0);
    });
    const ours = weightedSum(expected, weights);
    const { panel, value, bound } = pricer.price(weights);
    const before = known.list.length;
    known.add(panel);
    const fresh = known.list.length > before;
    if (bound < ours - exactWithin / 4) {
      outer.cut(weights, bound + 1e-10);
      return { shares: fresh ? Float64Array.of(...shares, 0) : shares, gap, cut: true };
    }
    if (!fresh) return { shares, gap, cut: false };
    const { counts, classes } = known.list[before] as (typeof known.list)[number];
    const inside = Array.from(classes).filter((at) => rowOf.has(at));
    model.addColumn({
      cost: 0,
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
      rows: [...inside.map((at) => rowOf.get(at) ?? 0), wanted.length],
      values: [...inside.map((at) => counts[at] ?? 0), 1],
    });
    if (value !== weightOf({ counts, classes }, weights)) throw new Error("a panel changed its weight");
  }
}

function weightedSum(one: Float64Array, two: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (two[at] ?? 0);
  return sum;
}
