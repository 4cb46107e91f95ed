import { itemAt } from "../kernel/item-at";
import type { PanelCounts } from "./check-panel";
import type { DrawControl } from "./draw-control";
import type { Pool } from "./group-people";
import { goalsOf, seatsOver } from "./lottery-goals";

/** One seat of one panel going from a class to another. */
interface Swap {
  readonly panel: number;
  readonly from: number;
  readonly to: number;
}

/** Chains tried per class before it is left as it is. */
const attempts = 12;
/** Swaps a chain may look at. */
const patienceOfChain = 400_000;

/**
 * Moves single seats between classes, panel by panel and along chains of classes, until the seats of every class over the whole
 * lottery lie between floor and ceiling of what its people should get. Every panel keeps every rule.
 */
export class LotteryPolish {
  private readonly panels: PanelCounts[];
  private readonly total: Float64Array;
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private readonly rulesOf: readonly (readonly number[])[];
  /** Seats of each rule in each panel. */
  private readonly used: Int32Array[];

  constructor(
    private readonly pool: Pool,
    { panels, expected }: { panels: readonly PanelCounts[]; expected: Float64Array },
  ) {
    this.panels = panels.map((panel) => Int32Array.from(panel));
    this.total = seatsOver(panels, pool.classes.length);
    const { least, most } = goalsOf(pool, { expected, size: panels.length });
    this.least = least;
    this.most = most;
    const rulesOf: number[][] = pool.classes.map(() => []);
    pool.rules.forEach((rule, at) => {
      if (rule.kind !== "seats") for (const one of rule.classes) rulesOf[one]?.push(at);
    });
    this.rulesOf = rulesOf;
    this.used = this.panels.map((panel) =>
      Int32Array.from(pool.rules, (rule) => rule.classes.reduce((sum, at) => sum + (panel[at] ?? 0), 0)),
    );
  }

  putRight(control: DrawControl): PanelCounts[] {
    for (let round = 0; round < 2; round++) {
      let open = 0;
      for (let at = 0; at < this.total.length; at++) {
        if (control.stopAsked()) return this.panels;
        for (let tries = 0; tries < attempts && this.isOver(at); tries++) if (!this.relieve(at)) break;
        for (let tries = 0; tries < attempts && this.isUnder(at); tries++) if (!this.feed(at)) break;
        if (this.isOver(at) || this.isUnder(at)) open++;
      }
      if (open === 0) break;
    }
    return this.panels;
  }

  private relieve(from: number): boolean {
    return this.chain(from, { onward: true, done: (at) => (this.total[at] ?? 0) + 1 <= (this.most[at] ?? 0) });
  }

  private feed(to: number): boolean {
    return this.chain(to, { onward: false, done: (at) => (this.total[at] ?? 0) - 1 >= (this.least[at] ?? 0) });
  }

  /** The shortest chain of swaps from a class to one that can take (or spare) a seat; false when there is none. */
  private chain(start: number, { onward, done }: { onward: boolean; done: (at: number) => boolean }): boolean {
    const how = new Map<number, Swap | undefined>([[start, undefined]]);
    const queue = [start];
    let unvisited = Array.from(this.total.keys()).filter((at) => at !== start && (this.most[at] ?? 0) > 0);
    let patience = patienceOfChain;
    for (let at = queue.shift(); at !== undefined && patience > 0; at = queue.shift()) {
      for (let panel = 0; panel < this.panels.length; panel++) {
        const seats = this.panels[panel]?.[at] ?? 0;
        if (onward ? seats === 0 : seats >= (this.pool.classes[at]?.cap ?? 0)) continue;
        patience -= unvisited.length;
        const before = queue.length;
        for (const other of unvisited) {
          const swap = onward ? { panel, from: at, to: other } : { panel, from: other, to: at };
          if (!this.allows(swap)) continue;
          how.set(other, swap);
          if (done(other)) return this.apply(how, other, onward);
          queue.push(other);
        }
        if (queue.length > before) unvisited = unvisited.filter((other) => !how.has(other));
      }
    }
    return false;
  }

  /** Carries the chain out step by step; undoes it all when one step no longer holds. */
  private apply(how: ReadonlyMap<number, Swap | undefined>, end: number, onward: boolean): boolean {
    const steps: Swap[] = [];
    for (let swap = how.get(end); swap; swap = how.get(onward ? swap.from : swap.to)) steps.push(swap);
    const carried: Swap[] = [];
    for (const swap of steps) {
      if (!this.allows(swap)) {
        for (const { panel, from, to } of carried.reverse()) this.move({ panel, from: to, to: from });
        return false;
      }
      this.move(swap);
      carried.push(swap);
    }
    return true;
  }

  private allows({ panel, from, to }: Swap): boolean {
    const [counts, used] = [itemAt(this.panels, panel), itemAt(this.used, panel)];
    if ((counts[from] ?? 0) === 0 || (counts[to] ?? 0) >= (this.pool.classes[to]?.cap ?? 0)) return false;
    const [leaving, entering] = [this.rulesOf[from] ?? [], this.rulesOf[to] ?? []];
    for (const rule of entering) {
      if ((used[rule] ?? 0) >= itemAt(this.pool.rules, rule).max && !leaving.includes(rule)) return false;
    }
    for (const rule of leaving) {
      if ((used[rule] ?? 0) <= itemAt(this.pool.rules, rule).min && !entering.includes(rule)) return false;
    }
    return true;
  }

  private move({ panel, from, to }: Swap): void {
    const [counts, used] = [itemAt(this.panels, panel), itemAt(this.used, panel)];
    counts[from] = (counts[from] ?? 0) - 1;
    counts[to] = (counts[to] ?? 0) + 1;
    this.give(from, -1);
    this.give(to, 1);
    for (const rule of this.rulesOf[from] ?? []) used[rule] = (used[rule] ?? 0) - 1;
    for (const rule of this.rulesOf[to] ?? []) used[rule] = (used[rule] ?? 0) + 1;
  }

  private isOver(at: number): boolean {
    return (this.total[at] ?? 0) > (this.most[at] ?? 0);
  }

  private isUnder(at: number): boolean {
    return (this.total[at] ?? 0) < (this.least[at] ?? 0);
  }

  private give(at: number, seats: number): void {
    this.total[at] = (this.total[at] ?? 0) + seats;
  }
}
