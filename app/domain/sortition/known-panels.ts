import { isPanel, type PanelCounts } from "./check-panel";
import type { Pool } from "./group-people";

/** A panel as the classes that have seats in it. */
export interface SparsePanel {
  readonly counts: PanelCounts;
  readonly classes: Int32Array;
}

/** Distinct valid panels found so far; each is checked in whole numbers when it comes in. */
export class KnownPanels {
  readonly list: SparsePanel[] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly pool: Pool) {}

  /** The place of a panel in the list, new or known. Throws on what is no panel: a solver's answer is never trusted. */
  add(counts: PanelCounts): number {
    if (!isPanel(this.pool, counts)) throw new Error("a panel misses a rule");
    const classes = Int32Array.from(counts.keys()).filter((at) => (counts[at] ?? 0) > 0);
    const key = Array.from(classes, (at) => `${at}:${counts[at]}`).join();
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.list.length);
    this.list.push({ counts, classes });
    return this.list.length - 1;
  }

  /** Which classes have had a seat in some panel. */
  seen(): Uint8Array {
    const seen = new Uint8Array(this.pool.classes.length);
    for (const { classes } of this.list) for (const at of classes) seen[at] = 1;
    return seen;
  }
}

/** The weight of a panel: Σ weight × seats. */
export function weightOf({ counts, classes }: SparsePanel, weights: ArrayLike<number>): number {
  let sum = 0;
  for (const at of classes) sum += (weights[at] ?? 0) * (counts[at] ?? 0);
  return sum;
}
