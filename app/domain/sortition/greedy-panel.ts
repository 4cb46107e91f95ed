import { itemAt } from "../kernel/item-at";
import type { PanelCounts } from "./check-panel";
import type { LinearRow } from "./solver";

/** What a panel may hold, row by row and class by class. */
interface Room {
  readonly seats: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly LinearRow[];
  /** Rows of each class. */
  readonly rowsOf: readonly Int32Array[];
}

/**
 * Seats given to the heaviest classes one after the other while no row holds too many, and what no panel can weigh more than (the
 * heaviest seats, whatever the rows say). Nearly the heaviest panel where there are thousands of rows and few meet in one panel;
 * without a panel where some row asks for seats that were not given. Linear programs of as many rows take seconds.
 */
export function greedyPanel(
  weights: Float64Array,
  { seats, lower, upper, rows, rowsOf }: Room,
): { readonly counts: PanelCounts | undefined; readonly bound: number } {
  const counts = Int32Array.from(lower);
  const used = new Float64Array(rows.length);
  let left = seats;
  let bound = 0;
  counts.forEach((count, at) => {
    left -= count;
    bound += count * (weights[at] as number);
    for (const row of itemAt(rowsOf, at)) used[row] = (used[row] as number) + count;
  });
  let unbound = left;
  const order = Array.from(weights.keys()).sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  for (const at of order) {
    const room = (upper[at] as number) - (lower[at] as number);
    const most = Math.min(room, unbound);
    bound += most * (weights[at] as number);
    unbound -= most;
    let given = Math.min(room, left);
    for (const row of itemAt(rowsOf, at)) given = Math.min(given, itemAt(rows, row).upper - (used[row] as number));
    if (given <= 0) continue;
    counts[at] = (counts[at] as number) + given;
    left -= given;
    for (const row of itemAt(rowsOf, at)) used[row] = (used[row] as number) + given;
    if (left === 0) break;
  }
  const isPanel = left === 0 && rows.every((row, at) => (used[at] as number) >= row.lower);
  return { counts: isPanel ? counts : undefined, bound };
}
