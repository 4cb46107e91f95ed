import { itemAt } from "../kernel/item-at";
import { type Random, uniformBelow } from "../kernel/random";
import type { Pool } from "./group-people";

/** After as many exchanges in vain one after the other, no others are likely to exist. */
const patience = 3000;

/**
 * Makes panels different where it can, in place: two people of one class who live alone, or two of one class and one
 * household, change places between two panels, so that nobody's count changes and every rule still holds.
 */
export function makeDistinct(pool: Pool, panels: number[][], random: Random): void {
  const groupOf = exchangeable(pool);
  const marks = Float64Array.from(
    pool.people,
    () => uniformBelow(random, 2 ** 32) * 2 ** 16 + uniformBelow(random, 2 ** 16),
  );
  const keys = Float64Array.from(panels, (panel) =>
    panel.reduce((key, person) => wrapped(key + (marks[person] ?? 0)), 0),
  );
  const seen = new Map<number, number>();
  const repeated: number[] = [];
  keys.forEach((key, at) => {
    if (seen.has(key)) repeated.push(at);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  });
  let attempts = repeated.length * 60;
  let inVain = 0;
  for (const at of repeated) {
    while (attempts-- > 0 && inVain < patience && (seen.get(keys[at] ?? 0) ?? 0) > 1) {
      inVain++;
      const beside = uniformBelow(random, panels.length);
      const [panel, other] = [itemAt(panels, at), itemAt(panels, beside)];
      const pair = exchangePair(panel, other, { groupOf, random });
      if (!pair) continue;
      const [mine, theirs] = pair;
      const by = (marks[theirs] ?? 0) - (marks[mine] ?? 0);
      const [key, otherKey] = [wrapped((keys[at] ?? 0) + by), wrapped((keys[beside] ?? 0) - by)];
      if (key === otherKey || seen.get(key) || seen.get(otherKey)) continue;
      for (const before of [keys[at] ?? 0, keys[beside] ?? 0]) seen.set(before, (seen.get(before) ?? 1) - 1);
      seen.set(key, 1).set(otherKey, 1);
      keys[at] = key;
      keys[beside] = otherKey;
      panel[panel.indexOf(mine)] = theirs;
      other[other.indexOf(theirs)] = mine;
      inVain = 0;
    }
  }
}

/** Sums of marks stay whole numbers of 48 bits, whatever their order. */
function wrapped(key: number): number {
  const most = 2 ** 48;
  return ((key % most) + most) % most;
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

/** Somebody of the first panel and somebody of the other who can change places. */
function exchangePair(
  panel: readonly number[],
  other: readonly number[],
  { groupOf, random }: { groupOf: readonly (string | undefined)[]; random: Random },
): [number, number] | undefined {
  const [mine, theirs] = [new Set(panel), new Set(other)];
  const partners = new Map<string, number>();
  for (const person of other) {
    const group = groupOf[person];
    if (group !== undefined && !mine.has(person) && !partners.has(group)) partners.set(group, person);
  }
  if (partners.size === 0) return undefined;
  const start = uniformBelow(random, panel.length);
  for (let step = 0; step < panel.length; step++) {
    const person = itemAt(panel, (start + step) % panel.length);
    const partner = partners.get(groupOf[person] ?? "");
    if (partner !== undefined && !theirs.has(person)) return [person, partner];
  }
  return undefined;
}
