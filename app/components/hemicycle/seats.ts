export interface SeatPlace {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly ring: number;
}

export interface SeatPlan {
  readonly places: readonly SeatPlace[];
  /** The radius of a seat, so that no two touch. */
  readonly radius: number;
}

const plans = new Map<number, SeatPlan>();

/**
 * Where `count` seats stand in a half circle: a unit box (x 0..1, y 0..0.5), ordered by angle from left to right.
 * Seats are shared among the rings by the length of each (largest remainder).
 */
export function seatPlan(count: number): SeatPlan {
  const known = plans.get(count);
  if (known) return known;
  const places = placesOf(count);
  const plan = { places, radius: Math.min(closest(places) * 0.42, 0.055) };
  plans.set(count, plan);
  return plan;
}

function placesOf(count: number): SeatPlace[] {
  const rings = Math.max(1, Math.min(9, Math.round(Math.sqrt(count / 3.2))));
  const hollow = 0.38;
  const radii = Array.from({ length: rings }, (_, ring) => hollow + ((1 - hollow) * (ring + 0.5)) / rings);
  const perRing = shareOut(count, radii);
  return radii
    .flatMap((radius, ring) => {
      const inRing = perRing[ring] ?? 0;
      return Array.from({ length: inRing }, (_, at): SeatPlace => {
        const angle = inRing === 1 ? Math.PI / 2 : Math.PI - (at * Math.PI) / (inRing - 1);
        return { x: 0.5 + (radius * Math.cos(angle)) / 2.12, y: 0.5 - (radius * Math.sin(angle)) / 2.12, angle, ring };
      });
    })
    .sort((a, b) => b.angle - a.angle || a.ring - b.ring);
}

/** Whole numbers that sum to `count`, in proportion to the weights (largest remainder). */
function shareOut(count: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (count * weight) / sum);
  const given = exact.map(Math.floor);
  const left = count - given.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest);
  for (const { at } of byRemainder.slice(0, left)) given[at] = (given[at] ?? 0) + 1;
  return given;
}

function closest(places: readonly SeatPlace[]): number {
  let gap = Number.POSITIVE_INFINITY;
  places.forEach((a, at) => {
    for (const b of places.slice(at + 1)) gap = Math.min(gap, Math.hypot(a.x - b.x, a.y - b.y));
  });
  return gap;
}
