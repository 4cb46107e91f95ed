import type { PanelCounts } from "./check-panel";
import { CrossingLimits, type Seated } from "./crossing-limits";
import type { DrawControl } from "./draw-control";
import type { Pool } from "./group-people";
import { goalsOf, type LotteryGoals, misses, seatsOver } from "./lottery-goals";
import { QuickNumbers } from "./quick-numbers";
import { TypeIndex } from "./type-index";

/** Pairs looked at in vain, for each seat of the lottery, before what is left over is left. */
const patience = 40;
/** Pairs between two questions whether to stop. */
const stretch = 20_000;

interface CrossedPanel extends Seated {
  readonly seats: number[];
}

/**
 * Crosses seats inside the panels of a lottery until the seats of every class over the whole lottery lie between floor and ceiling of
 * what its people should get. Where every panel meets a quota with equality no single seat can go to another value, but two can exchange
 * some of theirs. An exchange that makes nothing better or worse is made too: so what one class has too much of wanders until some class
 * can take it.
 */
export class LotteryCrossing {
  private readonly types: TypeIndex;
  private readonly limits: CrossingLimits;
  private readonly goals: LotteryGoals;
  private readonly panels: CrossedPanel[];
  private readonly total: Float64Array;
  private readonly numbers = new QuickNumbers();
  private outside: number;

  constructor(pool: Pool, { panels, expected }: { panels: readonly PanelCounts[]; expected: Float64Array }) {
    this.types = new TypeIndex(pool);
    this.limits = new CrossingLimits(pool, expected);
    this.goals = goalsOf(pool, { expected, size: panels.length });
    this.panels = panels.map((panel) => {
      const counts = Int32Array.from(panel);
      return { counts, ...this.limits.open(counts) };
    });
    this.total = seatsOver(panels, pool.classes.length);
    this.outside = misses(panels, this.goals);
  }

  putRight(control: DrawControl): PanelCounts[] {
    const enough = patience * this.panels.reduce((sum, { seats }) => sum + seats.length, 0);
    for (let vain = 0, time = 0; this.outside > 0 && vain < enough; vain++, time++) {
      if (time % stretch === 0 && control.stopAsked()) break;
      const before = this.outside;
      this.tryPair();
      if (this.outside < before) vain = 0;
    }
    return this.panels.map(({ counts }) => counts);
  }

  /** Looks at one exchange between two seats of a panel, all by lot, and makes it if classes are no further from their goals after it. */
  private tryPair(): void {
    const panel = this.panels[this.numbers.below(this.panels.length)];
    if (!panel || panel.seats.length < 2) return;
    const { seats } = panel;
    const [first, second] = [this.numbers.below(seats.length), this.numbers.below(seats.length)];
    const [own, other] = [seats[first] as number, seats[second] as number];
    if (own === other) return;
    const { partial, sums, masks } = this.types;
    const set = this.numbers.below(masks.length);
    const shift = (partial[other * masks.length + set] as number) - (partial[own * masks.length + set] as number);
    const one = this.neediest(this.types.find(((sums[own] as number) + shift) | 0), panel);
    if (one < 0 || one === own) return;
    const two = this.neediest(this.types.find(((sums[other] as number) - shift) | 0), panel);
    if (two < 0 || two === own) return;
    if (!this.types.isCrossing(one, set, [own, other]) || !this.types.isCrossing(two, set, [other, own])) return;
    if (!this.limits.takesBoth(panel, one, two)) return;
    const change = this.give(own, -1) + this.give(other, -1) + this.give(one, 1) + this.give(two, 1);
    if (change > 0) {
      for (const at of [own, other]) this.give(at, 1);
      for (const at of [one, two]) this.give(at, -1);
      return;
    }
    this.outside += change;
    for (const at of [own, other]) this.limits.seat(panel, at, -1);
    for (const at of [one, two]) this.limits.seat(panel, at, 1);
    seats[first] = one;
    seats[second] = two;
  }

  /** Of classes alike, the one with the most seats missing to its most; -1 when none can be given one in this panel. */
  private neediest(list: Int32Array | undefined, panel: CrossedPanel): number {
    let best = -1;
    let most = 0;
    if (!list) return best;
    for (let k = 0; k < list.length; k++) {
      const at = list[k] as number;
      if (!this.limits.takes(panel, at)) continue;
      const missing = (this.goals.most[at] as number) - (this.total[at] as number);
      if (best < 0 || missing > most) [best, most] = [at, missing];
    }
    return best;
  }

  /** Gives a class seats; answers by how many seats more classes are outside of their goals then. */
  private give(at: number, by: number): number {
    const before = this.misses(at);
    this.total[at] = (this.total[at] as number) + by;
    return this.misses(at) - before;
  }

  private misses(at: number): number {
    const seats = this.total[at] as number;
    return Math.max(0, seats - (this.goals.most[at] as number), (this.goals.least[at] as number) - seats);
  }
}
