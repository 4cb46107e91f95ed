import type { OuterBound } from "./outer-bound";
import { activity, pricedSeats, priceRows, tightRows } from "./tight-rows";

/** What levels found one after the other can be off by, in seats: each is fixed a hair below its value, and hairs add up. */
const adrift = 1e-5;
const rounds = 4;

/**
 * The same averages, moved by the least that puts every rule they nearly meet with equality exactly there (in proportion to the seats
 * of each class). Panels can then be sought where the average lies, and mixed to it without a remainder.
 */
export function settleIdeal(outer: OuterBound, expected: Float64Array): Float64Array {
  const caps = outer.caps();
  let settled = expected.map((seats, at) => {
    const cap = caps[at] ?? 0;
    return seats > cap - adrift ? cap : seats;
  });
  const free = settled.map((seats, at) => (seats < (caps[at] ?? 0) ? seats : 0));
  const rows = outer.rows();
  for (let round = 0; round < rounds; round++) {
    const tight = tightRows(rows, settled, adrift);
    const off = tight.map(({ row, seats }) => seats - activity(row, settled));
    if (off.every((one) => Math.abs(one) < 1e-12)) break;
    const by = pricedSeats(tight, priceRows(tight, free, off), settled.length);
    settled = settled.map((seats, at) => seats + (free[at] ?? 0) * (by[at] ?? 0));
  }
  return settled;
}
