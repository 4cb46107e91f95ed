import type { PanelCounts } from "./check-panel";
import type { Pool } from "./group-people";
import { rowsAtAverage } from "./panel-model";

/** What an exchange between two seats of a panel must leave room for, beside the quotas, which it never moves. */
export class CrossingLimits {
  /** Classes that keep their seats: those in every panel, and households that every panel takes somebody from. */
  readonly locked: Uint8Array;
  private readonly upper: Int32Array;
  /** The household rule of each class, if it has one, and the seats it allows. */
  private readonly homeOf: Int32Array;
  private readonly homesMost: number[] = [];

  constructor(pool: Pool, expected: Float64Array) {
    this.upper = Int32Array.from(pool.classes, ({ cap }, at) =>
      (expected[at] ?? 0) > 0 ? Math.min(cap, Math.ceil((expected[at] ?? 0) - 1e-9) + 1) : 0,
    );
    this.locked = Uint8Array.from(pool.classes, ({ cap }, at) => ((expected[at] ?? 0) > cap - 1e-7 ? 1 : 0));
    this.homeOf = new Int32Array(pool.classes.length).fill(-1);
    const full = new Set(
      rowsAtAverage(pool, expected).flatMap((row) => (row.lower === row.upper ? [row.columns] : [])),
    );
    for (const { kind, classes, max } of pool.rules) {
      if (kind !== "households") continue;
      for (const at of classes) {
        this.homeOf[at] = this.homesMost.length;
        if (full.has(classes)) this.locked[at] = 1;
      }
      this.homesMost.push(max);
    }
  }

  /** The panel's seats per household rule, and the class of each seat that may be exchanged. */
  open(counts: PanelCounts): { homes: Int32Array; seats: number[] } {
    const homes = new Int32Array(this.homesMost.length);
    const seats: number[] = [];
    counts.forEach((count, at) => {
      const home = this.homeOf[at] as number;
      if (home >= 0) homes[home] = (homes[home] as number) + count;
      if (!this.locked[at]) for (let k = 0; k < count; k++) seats.push(at);
    });
    return { homes, seats };
  }

  /** Whether a class can be given a seat. */
  takes({ counts, homes }: Seated, at: number): boolean {
    if (this.locked[at] || (counts[at] as number) >= (this.upper[at] as number)) return false;
    const home = this.homeOf[at] as number;
    return home < 0 || (homes[home] as number) < (this.homesMost[home] as number);
  }

  /** Whether both can be given a seat at once, if each can. */
  takesBoth({ counts, homes }: Seated, first: number, second: number): boolean {
    if (first === second && (counts[first] as number) + 2 > (this.upper[first] as number)) return false;
    const home = this.homeOf[first] as number;
    if (home < 0 || home !== this.homeOf[second]) return true;
    return (homes[home] as number) + 2 <= (this.homesMost[home] as number);
  }

  seat({ counts, homes }: Seated, at: number, by: number): void {
    counts[at] = (counts[at] as number) + by;
    const home = this.homeOf[at] as number;
    if (home >= 0) homes[home] = (homes[home] as number) + by;
  }
}

/** A panel being changed: seats per class and per household rule. */
export interface Seated {
  readonly counts: PanelCounts;
  readonly homes: Int32Array;
}
