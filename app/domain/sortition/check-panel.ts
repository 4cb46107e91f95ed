import { countValues, type PanelRule, type Pool } from "./group-people";

/** Seats per class of the pool: one panel, before people are dealt into it. */
export type PanelCounts = Int32Array;

/** Whether seats per class are whole, within every class and meet every rule; the last word on any solver's answer. */
export function isPanel(pool: Pool, counts: ArrayLike<number>): boolean {
  for (let at = 0; at < pool.classes.length; at++) {
    const count = counts[at] ?? -1;
    if (!Number.isInteger(count) || count < 0 || count > (pool.classes[at]?.cap ?? 0)) return false;
  }
  return pool.rules.every((rule) => meets(rule, counts));
}

function meets(rule: PanelRule, counts: ArrayLike<number>): boolean {
  let seats = 0;
  for (const at of rule.classes) seats += counts[at] ?? 0;
  return rule.min <= seats && seats <= rule.max;
}

/** A solver's answer as a panel, if it is one after rounding; nothing otherwise. */
export function asPanel(pool: Pool, values: ArrayLike<number>): PanelCounts | undefined {
  const counts = new Int32Array(pool.classes.length);
  for (let at = 0; at < counts.length; at++) counts[at] = Math.round(values[at] ?? 0);
  return isPanel(pool, counts) ? counts : undefined;
}

/**
 * Whether a list of people (positions in `Pool.people`) is a valid panel: the right size, nobody twice, every quota, every household.
 * Counts people afresh from their features, not from classes.
 */
export function isDealtPanel(
  pool: Pool,
  people: readonly number[],
  homeOf: (person: number) => string | undefined,
): boolean {
  const unique = new Set(people);
  if (unique.size !== people.length || people.length !== pool.seats + pool.confirmed.length) return false;
  if (!pool.confirmed.every((person) => unique.has(person))) return false;
  if (pool.barred.some((person) => unique.has(person))) return false;
  const homes = people.map(homeOf).filter((home) => home !== undefined);
  if (new Set(homes).size !== homes.length) return false;
  const counts = countValues(pool.people, { of: people, features: pool.features });
  return pool.quotas.every(({ feature, value, min, max }) => {
    const seats = counts.get(feature)?.get(value) ?? 0;
    return min <= seats && seats <= max;
  });
}
