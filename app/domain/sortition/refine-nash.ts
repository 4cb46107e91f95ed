import { type OuterBound, solved } from "./outer-bound";
import { panelModel } from "./panel-model";
import { type Solver, withModel } from "./solver";
import { activity, pricedSeats, priceRows, tightRows } from "./tight-rows";

const steps = 40;
const tight = 1e-7;

/**
 * Newton's method from averages near the best product of probabilities, on the rules these meet with equality. Answers nothing where a
 * rule comes in between: then the rules that hold the best are not yet known.
 */
export function refineNash(outer: OuterBound, start: Float64Array): Float64Array | undefined {
  const caps = outer.caps();
  const sizes = outer.sizes();
  const rows = outer.rows();
  const equal = tightRows(rows, start, tight);
  const held = start.map((seats, at) => (seats > (caps[at] ?? 0) - tight ? 1 : 0));
  let seats = start.map((one, at) => (held[at] ? (caps[at] ?? 0) : one));
  for (let step = 0; step < steps; step++) {
    const room = seats.map((one, at) => (held[at] ? 0 : one ** 2 / (sizes[at] ?? 1)));
    const movable = seats.map((one, at) => (held[at] ? 0 : one));
    const wanted = equal.map(({ row, seats: goal }) => activity(row, movable) - (goal - activity(row, seats)));
    const by = pricedSeats(equal, priceRows(equal, room, wanted), seats.length);
    const change = movable.map((one, at) => one - (room[at] ?? 0) * (by[at] ?? 0));
    const most = change.reduce((far, one, at) => Math.max(far, -one / Math.max(1e-300, movable[at] ?? 0)), 0);
    const length = most > 0.5 ? 0.5 / most : 1;
    seats = seats.map((one, at) => one + length * (change[at] ?? 0));
    const moved = change.reduce((far, one, at) => Math.max(far, Math.abs(one) / Math.max(1e-9, seats[at] ?? 0)), 0);
    if (moved < 1e-13 || step === steps - 1) break;
  }
  const within = (row: (typeof rows)[number]): boolean => {
    const at = activity(row, seats);
    return at > row.lower - 1e-9 && at < row.upper + 1e-9;
  };
  const inside = seats.every((one, at) => one >= 0 && one <= (caps[at] ?? 0) + 1e-12) && rows.every(within);
  return inside ? seats : undefined;
}

/** By how much the mean logarithm of probabilities can be larger at most, anywhere inside the outer bound (Frank and Wolfe 1956). */
export function nashGap(outer: OuterBound, seats: Float64Array, solver: Solver): number {
  const sizes = outer.sizes();
  const steep = seats.map((one, at) => (one > 0 ? (sizes[at] ?? 0) / one : 0));
  const people = seats.reduce((sum, one, at) => sum + (one > 0 ? (sizes[at] ?? 0) : 0), 0);
  const model = { ...panelModel(outer.pool, steep, false), upper: outer.caps(), rows: outer.rows() };
  const { objective } = withModel(solver, model, (opened) => solved(opened.solve()));
  return Math.max(0, objective - people) / people;
}
