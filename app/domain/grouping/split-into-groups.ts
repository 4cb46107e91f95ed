import { type Random, shuffled } from "../kernel/random";

/** Nobody talks alone. */
const SMALLEST_GROUP = 2;

/**
 * How many groups `people` make when a group has `groupSize` seats: as few as hold everyone, and fewer where somebody would
 * otherwise sit alone (5 people in groups of 2 are 3 and 2).
 */
export function groupCount(people: number, groupSize: number): number {
  if (people < SMALLEST_GROUP) return people;
  return Math.max(
    1,
    Math.min(Math.ceil(people / Math.max(groupSize, SMALLEST_GROUP)), Math.floor(people / SMALLEST_GROUP)),
  );
}

/** Splits people into groups at random; sizes differ by one at most, everybody is in exactly one. */
export function splitIntoGroups<T>(people: readonly T[], groupSize: number, random: Random): T[][] {
  const count = groupCount(people.length, groupSize);
  const groups = Array.from({ length: count }, (): T[] => []);
  for (const [at, person] of shuffled(people, random).entries()) groups[at % count]?.push(person);
  return groups;
}
