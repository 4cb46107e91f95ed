import type { Random } from "../kernel/random";
import type { DrawControl } from "./draw-control";
import type { Ideal } from "./equalise-leximin";
import type { Herd } from "./herd-panels";
import type { KnownPanels } from "./known-panels";
import type { OuterBound } from "./outer-bound";
import type { Solver } from "./solver";

export interface FairTools {
  readonly solver: Solver;
  readonly control: DrawControl;
  readonly random: Random;
  /** What the algorithm aims at inside an outer bound. */
  readonly ideal: (outer: OuterBound) => Ideal;
  /** Classes up to which a proof is searched for; 2,000 unless told. */
  readonly provenClasses?: number;
}

/** Pools of more classes are not searched for the last panels of a proof: that would take minutes. */
export const searchedClasses = 2000;

export interface Best {
  readonly ideal: Ideal;
  readonly shares: Float64Array;
  readonly gap: number;
  readonly herd: Herd;
}

/** What is known while the search runs, so that a stop can still answer. */
export interface Search {
  readonly outer: OuterBound;
  readonly known: KnownPanels;
  best: Best | undefined;
  ideal: Ideal | undefined;
}

/** Every panel of a herd as likely as the herd has it. */
export function sharesOf(places: readonly number[], known: KnownPanels): Float64Array {
  const shares = new Float64Array(known.list.length);
  for (const place of places) shares[place] = (shares[place] ?? 0) + 1 / places.length;
  return shares;
}
