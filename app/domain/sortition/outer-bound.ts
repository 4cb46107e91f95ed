import { DrawStopped } from "./draw-control";
import type { Pool } from "./group-people";
import { panelRows } from "./panel-model";
import type { LinearRow, Solution } from "./solver";

/**
 * What every distribution over panels meets on average: the rules of a panel without wholeness, and cuts found so far.
 * It contains every distribution, so the best inside it bounds the best there is.
 */
export class OuterBound {
  readonly cuts: LinearRow[] = [];
  readonly unreachable = new Set<number>();

  constructor(readonly pool: Pool) {}

  rows(): LinearRow[] {
    return [...panelRows(this.pool), ...this.cuts];
  }

  /** Most seats each class can have on average. */
  caps(): Float64Array {
    return Float64Array.from(this.pool.classes, (one, at) => (this.unreachable.has(at) ? 0 : one.cap));
  }

  /** People per class. */
  sizes(): Float64Array {
    return Float64Array.from(this.pool.classes, (one) => one.members.length);
  }

  /** No panel weighs more than `most`: cuts off averages that weigh more. */
  cut(weights: ArrayLike<number>, most: number): void {
    const columns = Array.from({ length: weights.length }, (_, at) => at).filter(
      (at) => Math.abs(weights[at] ?? 0) > 1e-12,
    );
    const values = Float64Array.from(columns, (at) => weights[at] ?? 0);
    this.cuts.push({ lower: Number.NEGATIVE_INFINITY, upper: most, columns, values });
  }
}

/** A solution, or the exception that says why there is none. */
export function solved(solution: Solution): Extract<Solution, { values: Float64Array }> {
  if (solution.status === "stopped") throw new DrawStopped();
  if (!("values" in solution)) throw new Error(`solver answered ${solution.status}`);
  return solution;
}
