import { type Random, uniformBelow } from "../kernel/random";
import type { Pool } from "./group-people";

/**
 * Makes equal panels different where it can, in place: two people of one class who live alone, or two of one class and one
 * household, change places between two panels, so that nobody's count changes and every rule still holds.
 */
export function makeDistinct(pool: Pool, panels: number[][], random: Random): void {
  const groupOf = exchangeable(pool);
  const keyOf = (panel: readonly number[]): string => [...panel].sort((a, b) => a - b).join();
  const seen = new Map<string, number>();
  const repeated: number[] = [];
  panels.forEach((panel, at) => {
    const key = keyOf(panel);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    if (count > 0) repeated.push(at);
  });
  let attempts = repeated.length * 60;
  const move = (from: string, to: string): void => {
    seen.set(from, (seen.get(from) ?? 1) - 1);
    seen.set(to, (seen.get(to) ?? 0) + 1);
  };
  for (const at of repeated) {
    const panel = panels[at] as number[];
    while (attempts-- > 0 && (seen.get(keyOf(panel)) ?? 0) > 1) {
      const other = panels[uniformBelow(random, panels.length)] as number[];
      const pair = exchangePair(panel, other, { groupOf, random });
      if (!pair) continue;
      const [mine, theirs] = pair;
      const before = [keyOf(panel), keyOf(other)] as const;
      swap(panel, other, { mine, theirs });
      const after = [keyOf(panel), keyOf(other)] as const;
      const fresh = after[0] !== after[1] && !after.some((key) => (seen.get(key) ?? 0) > 0);
      if (fresh) {
        move(before[0], after[0]);
        move(before[1], after[1]);
      }
      if (!fresh) swap(panel, other, { mine: theirs, theirs: mine });
    }
  }
}

function exchangeable(pool: Pool): (string | undefined)[] {
  const groups: (string | undefined)[] = pool.people.map(() => undefined);
  pool.classes.forEach(({ members, pattern }, at) => {
    if (pattern === undefined) for (const person of members) groups[person] = `${at}`;
  });
  pool.patterns.forEach(({ households, classes }, pattern) => {
    households.forEach((residents, home) => {
      for (const person of residents) {
        const at = classes.find((one) => pool.classes[one]?.members.includes(person));
        groups[person] = `${at}:${pattern}:${home}`;
      }
    });
  });
  return groups;
}

function exchangePair(
  panel: readonly number[],
  other: readonly number[],
  { groupOf, random }: { groupOf: readonly (string | undefined)[]; random: Random },
): [number, number] | undefined {
  const [mine, theirs] = [new Set(panel), new Set(other)];
  const start = uniformBelow(random, panel.length);
  for (let step = 0; step < panel.length; step++) {
    const person = panel[(start + step) % panel.length] as number;
    if (theirs.has(person) || groupOf[person] === undefined) continue;
    const partner = other.find((one) => !mine.has(one) && groupOf[one] === groupOf[person]);
    if (partner !== undefined) return [person, partner];
  }
  return undefined;
}

function swap(panel: number[], other: number[], { mine, theirs }: { mine: number; theirs: number }): void {
  panel[panel.indexOf(mine)] = theirs;
  other[other.indexOf(theirs)] = mine;
}
