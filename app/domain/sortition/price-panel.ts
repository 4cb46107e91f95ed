import { asPanel, type PanelCounts } from "./check-panel";
import { greedyPanel } from "./greedy-panel";
import type { Pool } from "./group-people";
import { solved } from "./outer-bound";
import { panelModel } from "./panel-model";
import type { LinearRow, Solver, SolverModel } from "./solver";

export interface PricedPanel {
  readonly panel: PanelCounts;
  readonly value: number;
  /** No panel (within the bounds of the pricer) weighs more. */
  readonly bound: number;
}

/** A guess over so many free classes: how often it was tried, and how often it was good enough. */
interface Effort {
  readonly free: number;
  tried: number;
  enough: number;
}

/** The smallest guess takes a third of a millisecond: it is always made. */
const firstGuess = 30;
/** Tries that a larger guess gets before it must have been good enough at least once in so many. */
const trial = 8;

function isVain({ free, tried, enough }: Effort): boolean {
  return free > firstGuess && tried >= trial && enough * trial < tried;
}

/**
 * Finds panels of large weight: the greedy one where that is good enough; else a warm linear program, then a small whole-number program over the classes it is undecided about,
 * the others staying where the linear program put them.
 */
export class PanelPricer {
  private opened: SolverModel | undefined;
  private readonly rows: readonly LinearRow[];
  private readonly rowsOf: Int32Array[];
  private readonly greed: Effort = { free: Number.POSITIVE_INFINITY, tried: 0, enough: 0 };
  private readonly efforts: Effort[] = [firstGuess, 60, 120].map((free) => ({ free, tried: 0, enough: 0 }));

  constructor(
    private readonly pool: Pool,
    private readonly solver: Solver,
    private readonly bounds: {
      readonly lower: Float64Array;
      readonly upper: Float64Array;
      readonly rows: readonly LinearRow[];
    },
  ) {
    this.rows = bounds.rows;
    const rowsOf: number[][] = pool.classes.map(() => []);
    this.rows.forEach((row, at) => {
      for (let k = 0; k < row.columns.length; k++) rowsOf[row.columns[k] ?? 0]?.push(at);
    });
    this.rowsOf = rowsOf.map((list) => Int32Array.from(list));
  }

  close(): void {
    this.opened?.close();
  }

  /** A panel whose weight is at least `enough(bound)`, or the best found; nothing when none was found. */
  price(weights: Float64Array, enough: (bound: number) => number): PricedPanel | undefined {
    const greedy = this.greedy(weights, enough);
    if (greedy) return greedy;
    const relaxed = this.relaxed();
    relaxed.setCosts(weights);
    const solution = relaxed.solve();
    if (solution.status === "infeasible") return undefined;
    const { values, columnDuals, objective } = solved(solution);
    const order = undecidedFirst(values, columnDuals);
    const least = enough(objective) - 1e-9;
    let best: PricedPanel | undefined;
    for (const effort of this.efforts) {
      if (isVain(effort)) break;
      effort.tried++;
      const panel = this.guess(weights, { values, free: order.slice(0, effort.free) });
      const value = panel ? heaviness(panel, weights) : Number.NEGATIVE_INFINITY;
      if (panel && (!best || value > best.value)) best = { panel, value, bound: objective };
      if (best && best.value >= least) {
        effort.enough++;
        return best;
      }
      if (effort.free >= order.length) break;
    }
    return best;
  }

  /** The greedy panel, where it is good enough by a bound that needs no linear program. */
  private greedy(weights: Float64Array, enough: (bound: number) => number): PricedPanel | undefined {
    if (isVain(this.greed)) return undefined;
    this.greed.tried++;
    const { seats } = this.pool;
    const { counts, bound } = greedyPanel(weights, { ...this.bounds, seats, rowsOf: this.rowsOf });
    if (!counts) return undefined;
    const value = heaviness(counts, weights);
    if (value < enough(bound) - 1e-9) return undefined;
    this.greed.enough++;
    return { panel: counts, value, bound };
  }

  /** The linear program, opened when it is first needed: with thousands of rows that alone takes seconds. */
  private relaxed(): SolverModel {
    this.opened ??= this.solver.open({
      ...panelModel(this.pool, new Float64Array(this.pool.classes.length), false),
      ...this.bounds,
      rough: true,
    });
    return this.opened;
  }

  /** The small program over the free classes. */
  private guess(
    weights: Float64Array,
    { values, free }: { values: Float64Array; free: readonly number[] },
  ): PanelCounts | undefined {
    const counts = Float64Array.from(values, Math.round);
    const place = new Map(free.map((at, column) => [at, column]));
    const used = new Float64Array(this.rows.length);
    counts.forEach((count, at) => {
      if (count === 0 || place.has(at)) return;
      for (const row of this.rowsOf[at] ?? []) used[row] = (used[row] ?? 0) + count;
    });
    const inside: { columns: number[]; most: number }[] = this.rows.map(() => ({ columns: [], most: 0 }));
    free.forEach((at, column) => {
      for (const row of this.rowsOf[at] ?? []) {
        const entry = inside[row];
        entry?.columns.push(column);
        if (entry) entry.most += this.bounds.upper[at] ?? 0;
      }
    });
    const rows: LinearRow[] = [];
    for (const [at, { lower, upper }] of this.rows.entries()) {
      const { columns, most } = inside[at] ?? { columns: [], most: 0 };
      const low = lower - (used[at] ?? 0);
      const high = upper - (used[at] ?? 0);
      if (low > most || high < 0) return undefined;
      if (columns.length > 0 && (low > 0 || high < most)) {
        rows.push({ lower: low, upper: high, columns, values: new Float64Array(columns.length).fill(1) });
      }
    }
    const answer = this.solver.solveSmall({
      costs: free.map((at) => weights[at] ?? 0),
      lower: free.map((at) => this.bounds.lower[at] ?? 0),
      upper: free.map((at) => this.bounds.upper[at] ?? 0),
      rows,
      whole: true,
    });
    if (!answer) return undefined;
    free.forEach((at, column) => {
      counts[at] = answer[column] ?? 0;
    });
    return asPanel(this.pool, counts);
  }
}

/** Classes by how undecided the linear program is about them: fractional ones first, then by reduced cost. */
function undecidedFirst(values: Float64Array, duals: Float64Array): number[] {
  const doubt = Float64Array.from(values, (value, at) =>
    Math.abs(value - Math.round(value)) > 1e-7 ? -1 : Math.abs(duals[at] ?? 0),
  );
  return Array.from(values.keys()).sort((a, b) => (doubt[a] ?? 0) - (doubt[b] ?? 0) || a - b);
}

function heaviness(panel: PanelCounts, weights: Float64Array): number {
  let value = 0;
  for (let at = 0; at < panel.length; at++) value += (panel[at] ?? 0) * (weights[at] ?? 0);
  return value;
}

/** The heaviest panel of all, proven by branch and bound; `bound` holds for every panel. */
export class ExactPricer {
  private readonly model: SolverModel;

  constructor(
    private readonly pool: Pool,
    solver: Solver,
  ) {
    this.model = solver.open(panelModel(pool, new Float64Array(pool.classes.length), true));
  }

  close(): void {
    this.model.close();
  }

  price(weights: Float64Array): PricedPanel {
    this.model.setCosts(weights);
    const { values, bound } = solved(this.model.solve());
    const panel = asPanel(this.pool, values);
    if (!panel) throw new Error("the solver's best panel misses a rule");
    const value = heaviness(panel, weights);
    return { panel, value, bound: Math.max(value, bound) };
  }
}
