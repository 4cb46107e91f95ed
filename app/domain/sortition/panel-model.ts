import type { Pool } from "./group-people";
import type { LinearModel, LinearRow } from "./solver";

/** The rows that every panel of the pool meets, one per rule; rules that bind nothing are left out. */
export function panelRows(pool: Pool): LinearRow[] {
  const rows: LinearRow[] = [];
  for (const rule of pool.rules) {
    const most = rule.classes.reduce((sum, at) => sum + (pool.classes[at]?.cap ?? 0), 0);
    if (rule.kind !== "seats" && rule.min <= 0 && rule.max >= Math.min(most, pool.seats)) continue;
    const values = new Float64Array(rule.classes.length).fill(1);
    rows.push({ lower: rule.min, upper: rule.max, columns: rule.classes, values });
  }
  return rows;
}

/** Panels of the pool with the largest sum of weights, as a model: one column per class. */
export function panelModel(pool: Pool, weights: ArrayLike<number>, whole: boolean): LinearModel {
  return {
    costs: weights,
    lower: new Float64Array(pool.classes.length),
    upper: Float64Array.from(pool.classes, (one) => one.cap),
    rows: panelRows(pool),
    ...(whole && { whole }),
  };
}

/**
 * The same rows, but a row that the average meets with equality is one that each of its panels meets with equality: if the average
 * is one of panels at all, nothing is lost, and the panels found lie where the average lies.
 */
export function rowsAtAverage(pool: Pool, expected: ArrayLike<number>): LinearRow[] {
  return panelRows(pool).map((row) => {
    let seats = 0;
    for (let k = 0; k < row.columns.length; k++) seats += expected[row.columns[k] ?? 0] ?? 0;
    if (Math.abs(seats - row.lower) < 1e-7) return { ...row, upper: row.lower };
    return Math.abs(seats - row.upper) < 1e-7 ? { ...row, lower: row.upper } : row;
  });
}
