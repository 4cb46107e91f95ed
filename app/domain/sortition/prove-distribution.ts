import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { KnownPanels } from "./known-panels";
import { mixtureModel } from "./mixture-model";
import { type OuterBound, solved } from "./outer-bound";
import { panelRows } from "./panel-model";
import { ExactPricer, PanelPricer } from "./price-panel";
import { type Solver, type SolverModel, withModel } from "./solver";
import { weighPanels } from "./weigh-panels";

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

/** What sums of shares are off by. */
const rounding = 1e-12;
/** With more classes than this a search would take minutes: then the herd's shares are the answer, and the gap is told. */
const searchedClasses = 1200;

interface ProofTools {
  readonly expected: Float64Array;
  readonly known: KnownPanels;
  readonly solver: Solver;
  readonly control: DrawControl;
  /** Shares of the known panels in the herd so far, in their order: near the ideal. */
  readonly herdShares: () => Float64Array;
  /** Drives the herd on, cheaply; false when it is not worth while any more. */
  readonly more: () => boolean;
}

/**
 * Mixes the known panels so that nobody falls short of the ideal, adding the panels this takes. Either the ideal is reached,
 * or an exact search proves that no mixture reaches it and the proof becomes a cut of the outer bound.
 */
export function proveDistribution(outer: OuterBound, tools: ProofTools): Proved {
  tools.control.report({ step: "prove" });
  do {
    const proved = balance(outer, tools);
    if (proved) return proved;
  } while (tools.more());
  if (outer.pool.classes.length <= searchedClasses) return search(outer, tools);
  const shares = tools.herdShares();
  return { shares, gap: shortfall(outer, { ...tools, shares }), cut: false };
}

/** The herd's own shares, put right: nearly always enough, and far quicker than a search. */
function balance(outer: OuterBound, { known, expected, herdShares, control }: ProofTools): Proved | undefined {
  const shares = weighPanels(known.list, { expected, start: herdShares(), control });
  if (!shares) return undefined;
  const gap = shortfall(outer, { known, expected, shares });
  return gap <= exactWithin ? { shares, gap, cut: false } : undefined;
}

/** How far anybody's probability under these shares falls short of the ideal. */
export function shortfall(
  outer: OuterBound,
  { known, expected, shares }: Pick<ProofTools, "known" | "expected"> & { readonly shares: Float64Array },
): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  const missing = Float64Array.from(expected);
  known.list.forEach(({ counts, classes }, panel) => {
    const share = (shares[panel] ?? 0) / sum;
    for (const at of classes) missing[at] = (missing[at] ?? 0) - share * (counts[at] ?? 0);
  });
  const sizes = outer.sizes();
  const most = missing.reduce((largest, seats, at) => Math.max(largest, seats / (sizes[at] ?? 1)), 0);
  return most > rounding ? most : 0;
}

/** Column generation: a linear program over the known panels, and the panel that its prices ask for, until there is none. */
function search(outer: OuterBound, tools: ProofTools): Proved {
  const { known, expected, solver } = tools;
  const { pool } = outer;
  const sizes = outer.sizes();
  const wanted = Array.from(expected.keys()).filter((at) => (expected[at] ?? 0) > 0);
  const upper = Float64Array.from(pool.classes, ({ cap }) => cap);
  const quick = new PanelPricer(pool, solver, { lower: new Float64Array(upper.length), upper, rows: panelRows(pool) });
  const exact = new ExactPricer(pool, solver);
  try {
    const model = mixtureModel(known, { expected, sizes, wanted });
    return withModel(solver, model, (opened) => mix(opened, { ...tools, outer, sizes, wanted, quick, exact }));
  } finally {
    quick.close();
    exact.close();
  }
}

interface Mixing extends ProofTools {
  readonly outer: OuterBound;
  readonly sizes: Float64Array;
  readonly wanted: readonly number[];
  readonly quick: PanelPricer;
  readonly exact: ExactPricer;
}

function mix(model: SolverModel, mixing: Mixing): Proved {
  const { outer, known, wanted, sizes, control } = mixing;
  let columns = known.list.length;
  if (columns > wanted.length) model.startFrom(lastPanels(columns, wanted.length + 1));
  for (;;) {
    leaveIfStopped(control);
    const { values, rowDuals } = solved(model.solve());
    const gap = Math.max(0, values[0] ?? 0);
    control.report({ step: "prove", gap });
    const answer = (cut: boolean): Proved => {
      const shares = new Float64Array(known.list.length);
      shares.set(values.subarray(1));
      return { shares, gap, cut };
    };
    if (gap <= exactWithin) return answer(false);
    const weights = new Float64Array(sizes.length);
    wanted.forEach((at, row) => {
      weights[at] = Math.abs(rowDuals[row] ?? 0);
    });
    const most = heaviestPanel(mixing, weights);
    if (most !== undefined) {
      outer.cut(weights, most + 1e-10);
      return answer(true);
    }
    if (known.list.length === columns) return answer(false);
    for (; columns < known.list.length; columns++) addPanel(model, mixing, columns);
  }
}

/** The panels found last are the basis to begin with: half the steps of a start from nothing. */
function lastPanels(panels: number, rows: number): number[] {
  const count = Math.min(panels, rows);
  return Array.from({ length: count }, (_, at) => panels - count + at + 1);
}

/**
 * Adds a panel that weighs at least as much as the ideal; when an exact search proves that there is none, answers the most that
 * any panel weighs.
 */
function heaviestPanel({ expected, known, quick, exact }: Mixing, weights: Float64Array): number | undefined {
  let ours = 0;
  for (let at = 0; at < weights.length; at++) ours += (expected[at] ?? 0) * (weights[at] ?? 0);
  const before = known.list.length;
  const guess = quick.price(weights, (bound) => Math.min(bound, ours + (bound - ours) / 2));
  if (guess && guess.value >= ours) {
    known.add(guess.panel);
    if (known.list.length > before) return undefined;
  }
  const { panel, bound } = exact.price(weights);
  known.add(panel);
  return bound < ours - exactWithin / 4 ? bound : undefined;
}

function addPanel(model: SolverModel, { known, wanted }: Mixing, panel: number): void {
  const counts = known.list[panel]?.counts ?? new Int32Array();
  const rows: number[] = [];
  const values: number[] = [];
  wanted.forEach((at, row) => {
    if (!counts[at]) return;
    rows.push(row);
    values.push(counts[at]);
  });
  const column = { rows: [...rows, wanted.length], values: [...values, 1] };
  model.addColumn({ cost: 0, lower: 0, upper: Number.POSITIVE_INFINITY, ...column });
}
