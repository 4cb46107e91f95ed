import type { PanelCounts } from "./check-panel";
import { CrossingLimits, type Seated } from "./crossing-limits";
import type { Pool } from "./group-people";
import { QuickNumbers } from "./quick-numbers";
import { TypeIndex } from "./type-index";

/** Pairs of seats looked at per panel: after so many, nearly every seat has changed hands and gains have become rare. */
const tries = 8000;
/** Less is what sums are off by. */
const leastGain = 1e-12;

/**
 * Panels made from others by crossing: two seats exchange some of their values (one woman of the north and one man of the south become
 * one man of the north and one woman of the south), where people with those values exist. Every quota has as many seats as before,
 * so a panel remains one, and no program has to be solved for it.
 */
export class PanelCrossing {
  readonly limits: CrossingLimits;
  private readonly types: TypeIndex;
  private readonly numbers = new QuickNumbers();

  constructor(pool: Pool, expected: Float64Array) {
    this.types = new TypeIndex(pool);
    this.limits = new CrossingLimits(pool, expected);
  }

  /** A panel of larger weight made from `base`; a copy of it where crossing gains nothing. */
  improve(base: PanelCounts, weights: Float64Array): PanelCounts {
    const counts = Int32Array.from(base);
    const { homes, seats } = this.limits.open(counts);
    if (seats.length < 2) return counts;
    const { partial, sums } = this.types;
    const sets = this.types.masks.length;
    const state = { counts, homes, weights };
    for (let time = 0; time < tries; time++) {
      const [first, second] = [this.numbers.below(seats.length), this.numbers.below(seats.length)];
      const set = this.numbers.below(sets);
      const [own, other] = [seats[first] as number, seats[second] as number];
      if (own === other) continue;
      const shift = (partial[other * sets + set] as number) - (partial[own * sets + set] as number);
      const one = this.heaviest(this.types.find(((sums[own] as number) + shift) | 0), state);
      if (one < 0) continue;
      const two = this.heaviest(this.types.find(((sums[other] as number) - shift) | 0), state);
      if (two < 0) continue;
      const before = (weights[own] as number) + (weights[other] as number);
      if ((weights[one] as number) + (weights[two] as number) <= before + leastGain) continue;
      if (!this.types.isCrossing(one, set, [own, other]) || !this.types.isCrossing(two, set, [other, own])) continue;
      if (!this.limits.takesBoth(state, one, two)) continue;
      this.limits.seat(state, own, -1);
      this.limits.seat(state, other, -1);
      this.limits.seat(state, one, 1);
      this.limits.seat(state, two, 1);
      seats[first] = one;
      seats[second] = two;
    }
    return counts;
  }

  /** Of classes alike, the one of largest weight that has a seat left; -1 when none has. */
  private heaviest(list: Int32Array | undefined, state: Seated & { readonly weights: Float64Array }): number {
    let best = -1;
    if (!list) return best;
    for (let k = 0; k < list.length; k++) {
      const at = list[k] as number;
      if (!this.limits.takes(state, at)) continue;
      if (best < 0 || (state.weights[at] as number) > (state.weights[best] as number)) best = at;
    }
    return best;
  }
}
