import type { DrawCandidate, DrawRequest, Quota } from "./draw-request";
import { householdKey } from "./household-key";
import { valuesByFeature } from "./validate-request";

/** People whom no quota and no household rule can tell apart: they share one selection probability. */
export interface DrawClass {
  /** One value per feature, in the order of `Pool.features`; empty where no quota tells the person's value from others. */
  readonly values: readonly string[];
  /** Positions in `Pool.people`, by id. */
  readonly members: readonly number[];
  /** Seats a panel can give to the class: one per household. */
  readonly cap: number;
  /** Position in `Pool.patterns`; nothing for people who live alone. */
  readonly pattern?: number;
}

/** Households alike in all their members: `households[h]` lists positions in `Pool.people`. */
export interface HouseholdPattern {
  readonly households: readonly (readonly number[])[];
  readonly classes: readonly number[];
}

/** A rule that every panel meets: min ≤ seats of these classes ≤ max. */
export interface PanelRule {
  readonly kind: "seats" | "quota" | "households";
  /** Position in `DrawRequest.quotas`, for quotas. */
  readonly quota?: number;
  readonly classes: readonly number[];
  readonly min: number;
  readonly max: number;
}

/** The pool as classes and rules, after taking out who is confirmed, excluded, or lives with somebody confirmed. */
export interface Pool {
  readonly people: readonly DrawCandidate[];
  readonly features: readonly string[];
  readonly quotas: readonly Quota[];
  readonly classes: readonly DrawClass[];
  readonly patterns: readonly HouseholdPattern[];
  readonly rules: readonly PanelRule[];
  /** Seats still to be drawn. */
  readonly seats: number;
  readonly confirmed: readonly number[];
  /** Excluded people and those at a confirmed person's address. */
  readonly barred: readonly number[];
  /** People whose address has a blank cell. */
  readonly addressUnknown: readonly number[];
  /** Seats the confirmed already take of each quota. */
  readonly taken: readonly number[];
}

/**
 * Groups the people of a valid request into classes, in an order that does not depend on the order of rows.
 * Averaging over people of one class keeps any convex measure of equality (Flanigan et al. 2021), so nothing is lost.
 */
export function groupPeople(request: DrawRequest): Pool {
  const people = [...request.people].sort((a, b) => compare(a.id, b.id));
  const features = [...valuesByFeature(request.quotas).keys()].sort();
  const homes = request.households
    ? people.map((person) => householdKey(person.household))
    : people.map(() => undefined);
  const { confirmed, barred, free } = sortOut(request, people, homes);
  const held = countValues(people, { of: confirmed, features });
  const taken = request.quotas.map(({ feature, value }) => held.get(feature)?.get(value) ?? 0);
  const seats = request.seats - confirmed.length;
  const pooled = countValues(people, { of: free, features });
  const loose = looseQuotas(request.quotas, { seats, taken, pooled });
  const alike = valuesAlike(request.quotas, loose);
  if (request.algorithm === "diversimax") keepApart(alike, { pooled, seats: request.seats });
  const valuesOf = (person: number): string[] =>
    features.map((feature) => {
      const value = people[person]?.features[feature] ?? "";
      return alike.get(feature)?.has(value) ? "" : value;
    });
  const { classes, patterns } = classesOf({ free, homes, valuesOf });
  return {
    people,
    features,
    quotas: request.quotas,
    classes,
    patterns,
    rules: rulesOf({ quotas: request.quotas, loose: alike, features, classes, patterns, seats, taken }),
    seats,
    confirmed,
    barred,
    addressUnknown: request.households ? people.flatMap((_, at) => (homes[at] === undefined ? [at] : [])) : [],
    taken,
  };
}

/** How many of these people have each value of each feature. */
export function countValues(
  people: readonly DrawCandidate[],
  { of, features }: { of: readonly number[]; features: readonly string[] },
): Map<string, Map<string, number>> {
  const counts = new Map(features.map((feature) => [feature, new Map<string, number>()]));
  for (const person of of) {
    for (const [feature, values] of counts) {
      const value = people[person]?.features[feature] ?? "";
      values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

interface Holding {
  readonly seats: number;
  readonly taken: readonly number[];
  readonly pooled: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Whether each quota is met by whatever panel: nothing is asked for any more, and no panel could hold too many. */
function looseQuotas(quotas: readonly Quota[], { seats, taken, pooled }: Holding): boolean[] {
  return quotas.map(({ feature, value, min, max }, at) => {
    const held = taken[at] ?? 0;
    return min <= held && max - held >= Math.min(seats, pooled.get(feature)?.get(value) ?? 0);
  });
}

/** Per feature, the values that no quota tells apart; one alone stays what it is. */
function valuesAlike(quotas: readonly Quota[], loose: readonly boolean[]): Map<string, Set<string>> {
  const alike = new Map<string, Set<string>>();
  quotas.forEach(({ feature, value }, at) => {
    if (loose[at]) alike.set(feature, (alike.get(feature) ?? new Set()).add(value));
  });
  for (const [feature, values] of alike) if (values.size < 2) alike.delete(feature);
  return alike;
}

/** DIVERSIMAX gives seats to all values of a feature, also where no quota asks for it: they stay apart where seats suffice for each. */
function keepApart(alike: Map<string, Set<string>>, { pooled, seats }: Pick<Holding, "pooled" | "seats">): void {
  for (const feature of alike.keys()) if ((pooled.get(feature)?.size ?? 0) <= seats) alike.delete(feature);
}

function sortOut(request: DrawRequest, people: readonly DrawCandidate[], homes: readonly (string | undefined)[]) {
  const confirmedIds = new Set(request.confirmedIds ?? []);
  const excludedIds = new Set(request.excludedIds ?? []);
  const confirmed = people.flatMap((person, at) => (confirmedIds.has(person.id) ? [at] : []));
  const occupied = new Set(confirmed.map((at) => homes[at]).filter((home) => home !== undefined));
  const barred: number[] = [];
  const free: number[] = [];
  people.forEach((person, at) => {
    if (confirmedIds.has(person.id)) return;
    const home = homes[at];
    if (excludedIds.has(person.id) || (home !== undefined && occupied.has(home))) barred.push(at);
    else free.push(at);
  });
  return { confirmed, barred, free };
}

interface Grouping {
  readonly free: readonly number[];
  readonly homes: readonly (string | undefined)[];
  readonly valuesOf: (person: number) => string[];
}

function classesOf({ free, homes, valuesOf }: Grouping): { classes: DrawClass[]; patterns: HouseholdPattern[] } {
  const shared = sharedHomes(free, homes);
  const households = new Map<string, number[][]>();
  const typeOf = (person: number): string => JSON.stringify(valuesOf(person));
  const found = new Map<string, { values: string[]; pattern: string; members: number[] }>();
  const put = (person: number, pattern: string): void => {
    const key = JSON.stringify([typeOf(person), pattern]);
    const known = found.get(key);
    if (known) known.members.push(person);
    else found.set(key, { values: valuesOf(person), pattern, members: [person] });
  };
  for (const person of free) {
    const home = homes[person];
    if (home === undefined || !shared.has(home)) put(person, "");
  }
  for (const residents of shared.values()) {
    const pattern = JSON.stringify(residents.map(typeOf).sort());
    const alike = households.get(pattern);
    if (alike) alike.push(residents);
    else households.set(pattern, [residents]);
    for (const person of residents) put(person, pattern);
  }
  const names = [...households.keys()].sort();
  const inOrder = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  const classes = inOrder.map(([, { values, pattern, members }]): DrawClass => {
    members.sort((a, b) => a - b);
    if (pattern === "") return { values, members, cap: members.length };
    return { values, members, cap: households.get(pattern)?.length ?? 0, pattern: names.indexOf(pattern) };
  });
  const patterns = names.map((name, at) => ({
    households: households.get(name) ?? [],
    classes: classes.flatMap((one, position) => (one.pattern === at ? [position] : [])),
  }));
  return { classes, patterns };
}

function sharedHomes(free: readonly number[], homes: readonly (string | undefined)[]): Map<string, number[]> {
  const residents = new Map<string, number[]>();
  for (const person of free) {
    const home = homes[person];
    if (home === undefined) continue;
    const list = residents.get(home);
    if (list) list.push(person);
    else residents.set(home, [person]);
  }
  for (const [home, list] of residents) if (list.length < 2) residents.delete(home);
  return residents;
}

interface RuleSources {
  readonly quotas: readonly Quota[];
  /** Values whose quotas every panel meets, where a feature has several. */
  readonly loose: ReadonlyMap<string, ReadonlySet<string>>;
  readonly features: readonly string[];
  readonly classes: readonly DrawClass[];
  readonly patterns: readonly HouseholdPattern[];
  readonly seats: number;
  readonly taken: readonly number[];
}

function rulesOf({ quotas, loose, features, classes, patterns, seats, taken }: RuleSources): PanelRule[] {
  const all = classes.map((_, at) => at);
  const place = new Map(features.map((feature, at) => [feature, at]));
  const rules: PanelRule[] = [{ kind: "seats", classes: all, min: seats, max: seats }];
  const byName = [...quotas.entries()].sort(([, a], [, b]) => compare(nameOf(a), nameOf(b)));
  for (const [quota, { feature, value, min, max }] of byName) {
    if (loose.get(feature)?.has(value)) continue;
    const column = place.get(feature) ?? 0;
    const held = taken[quota] ?? 0;
    const inside = all.filter((at) => classes[at]?.values[column] === value);
    rules.push({ kind: "quota", quota, classes: inside, min: Math.max(0, min - held), max: max - held });
  }
  for (const { classes: inside, households } of patterns) {
    if (inside.length > 1) rules.push({ kind: "households", classes: inside, min: 0, max: households.length });
  }
  return rules;
}

function nameOf({ feature, value }: Quota): string {
  return JSON.stringify([feature, value]);
}

/** By code units, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
