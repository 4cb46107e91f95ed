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
}

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
  if (!isSought || (!proof.exact && proof.bound >= 1)) return { reached, bound: null, gap: null, leftOut };
  const gap = proof.bound - reached;
  return { reached, bound: proof.bound, gap: gap > noise ? gap : 0, leftOut };
}
