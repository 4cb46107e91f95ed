/** Panels as a matrix: seats per class of shares, their squares panel by panel, and worth per panel of prices. */
export interface PanelMatrix {
  seats(shares: Float64Array): Float64Array;
  squares(shares: Float64Array): Float64Array;
  worth(prices: Float64Array): Float64Array;
}

/** Steps of the method, and the part of what is missing (squared) that may be left over. */
const steps = 600;
const leftOver = 1e-20;

/**
 * The change of shares, smallest in proportion to each, after which the seats missing are there: conjugate gradients on the normal
 * equations (Hestenes and Stiefel 1952). Each step costs as much as the panels have seats, where a factorisation costs the cube of
 * the classes; what is still missing shrinks with every step, so that ending early leaves a change that helps.
 */
export function leastChange(matrix: PanelMatrix, shares: Float64Array, missing: Float64Array): Float64Array {
  const scale = matrix.squares(shares).map((sum) => (sum > 0 ? 1 / Math.sqrt(sum) : 0));
  const times = (one: Float64Array, by: Float64Array): Float64Array =>
    one.map((value, at) => value * (by[at] as number));
  const left = times(missing, scale);
  const change = new Float64Array(shares.length);
  let slope = times(matrix.worth(times(left, scale)), shares);
  let direction = Float64Array.from(slope);
  let steepness = square(slope);
  const enough = leftOver * square(left);
  for (let step = 0; step < steps && steepness > 0 && square(left) > enough; step++) {
    const seats = times(matrix.seats(times(direction, shares)), scale);
    const length = steepness / square(seats);
    if (!Number.isFinite(length)) break;
    add(change, direction, length);
    add(left, seats, -length);
    slope = times(matrix.worth(times(left, scale)), shares);
    const before = steepness;
    steepness = square(slope);
    direction = slope.map((value, at) => value + (steepness / before) * (direction[at] as number));
  }
  return times(change, shares);
}

function square(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] as number) ** 2;
  return sum;
}

function add(to: Float64Array, values: Float64Array, times: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] as number) + times * (values[at] as number);
}
