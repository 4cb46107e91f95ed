import type { KnownPanels } from "./known-panels";
import type { LinearModel } from "./solver";

interface Wanted {
  readonly expected: Float64Array;
  readonly sizes: Float64Array;
  /** Classes that expect seats: one row each. */
  readonly wanted: readonly number[];
}

/**
 * Shares of the known panels with the least shortfall: column 0 is the largest shortfall of a probability, column 1 + P the share
 * of panel P; a row per class says that its seats and the shortfall make up what it expects, the last row that shares sum to 1.
 */
export function mixtureModel(known: KnownPanels, { expected, sizes, wanted }: Wanted): LinearModel {
  const rowOf = new Map(wanted.map((at, row) => [at, row]));
  const columns: number[][] = wanted.map(() => [0]);
  const values: number[][] = wanted.map((at) => [sizes[at] ?? 0]);
  known.list.forEach(({ counts, classes }, panel) => {
    for (const at of classes) {
      const row = rowOf.get(at);
      if (row === undefined) continue;
      columns[row]?.push(panel + 1);
      values[row]?.push(counts[at] ?? 0);
    }
  });
  const width = known.list.length + 1;
  const rows = wanted.map((at, row) => ({
    lower: expected[at] ?? 0,
    upper: Number.POSITIVE_INFINITY,
    columns: columns[row] ?? [],
    values: values[row] ?? [],
  }));
  const all = Array.from({ length: width - 1 }, (_, panel) => panel + 1);
  const costs = new Float64Array(width);
  costs[0] = -1;
  return {
    costs,
    lower: new Float64Array(width),
    upper: new Float64Array(width).fill(Number.POSITIVE_INFINITY),
    rows: [...rows, { lower: 1, upper: 1, columns: all, values: all.map(() => 1) }],
  };
}
