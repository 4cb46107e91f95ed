import type { DrawAlgorithm } from "../sortition/draw-request";
import type { DrawRecord } from "./draw-record";

/** What is certain of a lottery however the calculation ended, as selection probabilities. */
export interface ProvenSoFar {
  /** The chance of whoever is in the fewest panels, counted in the list itself: everybody who holds it can count again. */
  readonly reached: number;
  /** No draw gives them more, and how far below the list is; nothing where that is not sought, or was not known yet. */
  readonly bound: number | null;
  readonly gap: number | null;
  /** People who are in no panel of the list although nothing proves that none can contain them. */
  readonly leftOut: number;
  /** Whether a panel may be drawn from it though the calculation went no further. */
  readonly isFair: boolean;
}

/**
 * How near the least chance must have come to the proven bound. The first panels that are found follow from the quotas alone, so that
 * anybody who knows the volunteers knows them too: a list of these is no lottery.
 */
const FAIR_SHARE = 0.9;

/** How many decimals of a probability a difference must reach to be one: below is the computation's noise. */
const noise = 1e-7;

/**
 * What the record of a draw proves of the least chance. Only leximin and maximin seek its bound; before the first one is known, the proof
 * says 1. Nothing is proven where chances were not made equal, or for the draws of the first days, which have no counted list.
 */
export function provenSoFar(record: DrawRecord, algorithm: DrawAlgorithm): ProvenSoFar | null {
  const { lottery, proof, equalised } = record;
  if (!equalised || lottery?.least === undefined || lottery.size === 0) return null;
  const reached = lottery.least / lottery.size;
  const leftOut = lottery.leftOut ?? 0;
  const isSought = algorithm === "leximin" || algorithm === "maximin";
  const isKnown = isSought && (proof.exact || proof.bound < 1);
  if (!isKnown) return { reached, bound: null, gap: null, leftOut, isFair: false };
  const gap = proof.bound - reached;
  // So many panels cannot express every chance: what they cannot is not held against them.
  const best = Math.floor((proof.bound + noise) * lottery.size) / lottery.size;
  const isFair = leftOut === 0 && reached > 0 && reached + noise >= Math.min(FAIR_SHARE * proof.bound, best);
  return { reached, bound: proof.bound, gap: gap > noise ? gap : 0, leftOut, isFair };
}
