import { seededRandom, uniformBelow } from "../kernel/random";

/**
 * Which panel of a lottery of `size` panels is drawn, counted from 0. The seed alone says it: whoever holds the list and the seed can
 * check it, also where the calculation was stopped and cannot be repeated.
 */
export function drawnPlace(seed: string, size: number): number {
  return uniformBelow(seededRandom(`hemicycle lottery 1: ${seed}`), size);
}
