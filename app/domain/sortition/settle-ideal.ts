import type { OuterBound } from "./outer-bound";
import type { LinearRow } from "./solver";

/** What levels found one after the other can be off by, in seats: each is fixed a hair below its value, and hairs add up. */
const adrift = 1e-5;
/** A pivot this small, of 1, is a row that follows from others. */
const dependent = 1e-9;
const rounds = 4;

interface Tight {
  readonly row: LinearRow;
  readonly seats: number;
}

/**
 * The same averages, moved by the least that puts every rule they nearly meet with equality exactly there (in proportion to the seats
 * of each class). Panels can then be sought where the average lies, and mixed to it without a remainder.
 */
export function settleIdeal(outer: OuterBound, expected: Float64Array): Float64Array {
  const caps = outer.caps();
  const settled = expected.map((seats, at) => {
    const cap = caps[at] ?? 0;
    return seats > cap - adrift ? cap : seats;
  });
  const free = settled.map((seats, at) => (seats < (caps[at] ?? 0) ? seats : 0));
  const rows = outer.rows();
  for (let round = 0; round < rounds; round++) {
    const tight = rows.flatMap((row) => tightRow(row, settled));
    const off = tight.map(({ row, seats }) => seats - activity(row, settled));
    if (off.every((one) => Math.abs(one) < 1e-12)) break;
    const prices = leastChange(tight, free, off);
    tight.forEach(({ row }, place) => {
      for (let k = 0; k < row.columns.length; k++) {
        const at = row.columns[k] as number;
        settled[at] = (settled[at] as number) + (free[at] ?? 0) * (row.values[k] as number) * (prices[place] as number);
      }
    });
  }
  return settled;
}

function activity(row: LinearRow, seats: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.columns.length; k++)
    sum += (row.values[k] as number) * (seats[row.columns[k] as number] ?? 0);
  return sum;
}

function tightRow(row: LinearRow, seats: Float64Array): Tight[] {
  const at = activity(row, seats);
  if (at < row.lower + adrift) return [{ row, seats: row.lower }];
  return at > row.upper - adrift ? [{ row, seats: row.upper }] : [];
}

/** Prices of the tight rows: the multipliers of the least change, by Gaussian elimination of Σ free · rowᵀrow; 0 for rows that follow. */
function leastChange(tight: readonly Tight[], free: Float64Array, off: readonly number[]): Float64Array {
  const size = tight.length;
  const matrix = tight.map(({ row }, place) => {
    const weights = new Float64Array(free.length);
    for (let k = 0; k < row.columns.length; k++) {
      const at = row.columns[k] as number;
      weights[at] = (free[at] ?? 0) * (row.values[k] as number);
    }
    return Float64Array.from([...tight.map((other) => activity(other.row, weights)), off[place] ?? 0]);
  });
  const scale = matrix.map((line, at) => line[at] as number);
  const used: number[] = [];
  for (let at = 0; at < size; at++) {
    const line = matrix[at] as Float64Array;
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
    const line = matrix[at] as Float64Array;
    prices[at] = (line[size] as number) / (line[at] as number);
  }
  return prices;
}
