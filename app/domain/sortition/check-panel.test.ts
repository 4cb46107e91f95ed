import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom, shuffled, uniformBelow } from "../kernel/random";
import { panelHolds } from "../recruitment/recheck-panel";
import { aDrawCandidate, aDrawRequest, aQuota } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { enumeratePanels } from "../testing/sortition-enumeration";
import { asPanel, isDealtPanel, isPanel } from "./check-panel";
import { confirmedTogether } from "./confirmed-together";
import type { DrawRequest } from "./draw-request";
import { groupPeople, type Pool } from "./group-people";
import { householdKey } from "./household-key";
import { KnownPanels, weightOf } from "./known-panels";

const runs = process.env.LONG ? 600 : 15;
const small = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 3, max: 8 }),
    seats: fc.integer({ min: 1, max: 4 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 1, max: 3 }),
    sharing: fc.constantFrom(0, 5, 9),
  })
  .map(({ seed, ...size }) => {
    const random = seededRandom(`check ${seed}`);
    const request = aRandomRequest(random, size);
    return uniformBelow(random, 2) === 0 ? request : withChoices(request, random);
  });

function law(title: string, predicate: (request: DrawRequest) => void): void {
  it(title, () => fc.assert(fc.property(small, predicate), { numRuns: runs, verbose: 1 }));
}

/** Every list of positions from 0 up, of whatever length. */
function subsets(count: number): number[][] {
  return Array.from({ length: 2 ** count }, (_, set) =>
    Array.from({ length: count }, (_, at) => at).filter((at) => (set >> at) & 1),
  );
}

/** Every way to give each class from no seat to one more than it can have. */
function allCounts(pool: Pool): number[][] {
  return pool.classes.reduce<number[][]>(
    (lists, { cap }) => lists.flatMap((list) => Array.from({ length: cap + 2 }, (_, seats) => [...list, seats])),
    [[]],
  );
}

const homesOf = (request: DrawRequest, pool: Pool) => (person: number) =>
  request.households ? householdKey(pool.people[person]?.household) : undefined;

describe("the last word on a list of people", () => {
  law("is yes for exactly the panels that counting finds, in both checks", (request) => {
    const pool = groupPeople(request);
    const known = new Set(enumeratePanels(request).map((panel) => [...panel].sort().join()));
    const wrong = subsets(pool.people.length).filter((people) => {
      const ids = people.map((at) => pool.people[at]?.id ?? "");
      const expected = known.has([...ids].sort().join());
      return isDealtPanel(pool, people, homesOf(request, pool)) !== expected || panelHolds(request, ids) !== expected;
    });
    expect(wrong).toEqual([]);
  });

  law("does not depend on the order in which people are listed, and nobody counts twice", (request) => {
    const [panel] = enumeratePanels(request);
    if (!panel) return;
    const pool = groupPeople(request);
    const positions = panel.map((id) => pool.people.findIndex((person) => person.id === id));
    const turned = shuffled(positions, seededRandom("turned"));
    expect(isDealtPanel(pool, turned, homesOf(request, pool))).toBe(true);
    expect(isDealtPanel(pool, [...positions, ...positions.slice(0, 1)], homesOf(request, pool))).toBe(false);
    const doubled = [...positions.slice(1), ...positions.slice(1, 2)];
    if (positions.length > 1) expect(isDealtPanel(pool, doubled, homesOf(request, pool))).toBe(false);
  });
});

describe("the last word on seats per class", () => {
  law("is yes for exactly the seats that some panel of people has", (request) => {
    const pool = groupPeople(request);
    const seatsOf = (panel: readonly string[]): string =>
      pool.classes
        .map(({ members }) => members.filter((at) => panel.includes(pool.people[at]?.id ?? "")).length)
        .join();
    const known = new Set(enumeratePanels(request).map(seatsOf));
    if (confirmedTogether(request).length > 0) return;
    expect(allCounts(pool).filter((counts) => isPanel(pool, counts) !== known.has(counts.join()))).toEqual([]);
  });

  const people = ["a1", "a2", "b1", "b2"].map((id) => aDrawCandidate(id, { who: id.slice(0, 1) }));
  const quotas = [aQuota("who", "a", [1, 2]), aQuota("who", "b", [0, 1])];
  const pool = groupPeople(aDrawRequest({ people, quotas, seats: 2 }));

  it.each([
    ["the fewest of one and the most of the other", [1, 1], true],
    ["all of one", [2, 0], true],
    ["a seat too few", [1, 0], false],
    ["a seat too many", [2, 1], false],
    ["more than a quota allows", [0, 2], false],
    ["half a person", [1.5, 0.5], false],
    ["less than nobody", [3, -1], false],
    ["a class that is not said", [2], false],
    ["no number", [Number.NaN, 2], false],
  ])("for %s", (_, counts, expected) => {
    expect(isPanel(pool, counts)).toBe(expected);
  });

  it("takes a solver's answer to the nearest whole numbers, and only if these are a panel", () => {
    expect(Array.from(asPanel(pool, [1.000_000_1, 0.999_999_8]) ?? [])).toEqual([1, 1]);
    expect(asPanel(pool, [1.6, 0.6])).toBeUndefined();
    expect(asPanel(pool, [0, 0])).toBeUndefined();
    expect(asPanel(pool, [])).toBeUndefined();
  });

  it("is asked before a panel becomes known; the same panel has one place", () => {
    const known = new KnownPanels(pool);
    expect([known.add(Int32Array.of(2, 0)), known.add(Int32Array.of(1, 1)), known.add(Int32Array.of(2, 0))]).toEqual([
      0, 1, 0,
    ]);
    expect(() => known.add(Int32Array.of(0, 2))).toThrow("misses a rule");
    expect(known.list).toHaveLength(2);
    expect(known.list.map((panel) => weightOf(panel, [3, 0.5]))).toEqual([6, 3.5]);
    expect(Array.from(known.seen())).toEqual([1, 1]);
  });
});
