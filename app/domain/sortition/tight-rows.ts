import { itemAt } from "../kernel/item-at";
import type { LinearRow } from "./solver";

/** A row met with equality, and the seats it is met with. */
export interface TightRow {
  readonly row: LinearRow;
  readonly seats: number;
}

/** Σ values · seats of a row. */
export function activity(row: LinearRow, seats: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < row.columns.length; k++)
    sum += (row.values[k] as number) * (seats[row.columns[k] as number] ?? 0);
  return sum;
}

/** The rows met with equality, give or take `within`. */
export function tightRows(rows: readonly LinearRow[], seats: Float64Array, within: number): TightRow[] {
  return rows.flatMap((row) => {
    const at = activity(row, seats);
    if (at < row.lower + within) return [{ row, seats: row.lower }];
    return at > row.upper - within ? [{ row, seats: row.upper }] : [];
  });
}

/** A pivot this small, of 1, is a row that follows from others. */
const dependent = 1e-9;

/**
 * Prices of tight rows with (Σ room · rowᵀrow) · prices = wanted, by Gauss–Jordan elimination; 0 for rows that follow from others.
 * The change room · Σ price · row is then the least one, in proportion to the room of each class, that moves every row by what is wanted.
 */
export function priceRows(tight: readonly TightRow[], room: Float64Array, wanted: readonly number[]): Float64Array {
  const size = tight.length;
  const matrix = tight.map(({ row }, place) => {
    const weights = new Float64Array(room.length);
    for (let k = 0; k < row.columns.length; k++) {
      const at = row.columns[k] as number;
      weights[at] = (room[at] ?? 0) * (row.values[k] as number);
    }
    return Float64Array.from([...tight.map((other) => activity(other.row, weights)), wanted[place] ?? 0]);
  });
  const scale = matrix.map((line, at) => line[at] as number);
  const used: number[] = [];
  for (let at = 0; at < size; at++) {
    const line = itemAt(matrix, at);
    if ((line[at] as number) <= dependent * (scale[at] as number)) continue;
    used.push(at);
    matrix.forEach((other, place) => {
      const factor = (other[at] as number) / (line[at] as number);
      if (place === at || factor === 0) return;
      for (let k = at; k <= size; k++) other[k] = (other[k] as number) - factor * (line[k] as number);
    });
  }
  const prices = new Float64Array(size);
  for (const at of used) {
    const line = itemAt(matrix, at);
    prices[at] = (line[size] as number) / (line[at] as number);
  }
  return prices;
}

/** Σ price · row, class by class. */
export function pricedSeats(tight: readonly TightRow[], prices: Float64Array, classes: number): Float64Array {
  const sum = new Float64Array(classes);
  tight.forEach(({ row }, place) => {
    for (let k = 0; k < row.columns.length; k++) {
      const at = row.columns[k] as number;
      sum[at] = (sum[at] as number) + (prices[place] as number) * (row.values[k] as number);
    }
  });
  return sum;
}
