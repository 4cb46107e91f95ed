import type { PanelCounts } from "./check-panel";
import type { Pool } from "./group-people";
import { exactWithin } from "./prove-distribution";

/** Fewest and most seats that each class may have over a whole lottery: floor and ceiling of what each of its people should get. */
export interface LotteryGoals {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** The goals of a lottery of `size` panels; expected seats are right to within `exactWithin` a person. */
export function goalsOf(pool: Pool, { expected, size }: { expected: Float64Array; size: number }): LotteryGoals {
  const sizes = pool.classes.map(({ members }) => members.length);
  const each = (at: number): number => (size * (expected[at] ?? 0)) / (sizes[at] ?? 1);
  const near = size * exactWithin;
  return {
    least: Float64Array.from(sizes, (people, at) => Math.floor(each(at) + near) * people),
    most: Float64Array.from(sizes, (people, at) => Math.ceil(each(at) - near) * people),
  };
}

/** Seats of every class over all panels. */
export function seatsOver(panels: readonly PanelCounts[], classes: number): Float64Array {
  const total = new Float64Array(classes);
  for (const panel of panels) for (let at = 0; at < classes; at++) total[at] = (total[at] ?? 0) + (panel[at] ?? 0);
  return total;
}

/** Seats by which classes are outside of their goals, in all. */
export function misses(panels: readonly PanelCounts[], { least, most }: LotteryGoals): number {
  return seatsOver(panels, least.length).reduce(
    (sum, seats, at) => sum + Math.max(0, seats - (most[at] ?? 0)) + Math.max(0, (least[at] ?? 0) - seats),
    0,
  );
}
