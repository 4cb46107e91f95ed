import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Random, seededRandom, shuffled, uniformBelow } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota } from "../testing/sortition";
import { isDealtPanel, isPanel, type PanelCounts } from "./check-panel";
import { passes } from "./deal-passes";
import { dealSeats } from "./deal-seats";
import { makeDistinct } from "./distinct-panels";
import { groupPeople, type Pool } from "./group-people";
import { householdKey } from "./household-key";

const runs = process.env.LONG ? 500 : 25;

/** People of a few kinds, half of them at shared addresses, and quotas that ask for nothing: every list without neighbours is a panel. */
function aPool(random: Random): Pool {
  const pick = (limit: number): number => uniformBelow(random, limit);
  const people = Array.from({ length: 6 + pick(20) }, (_, at) =>
    aDrawCandidate(`p${at}`, { who: `v${pick(3)}`, place: `v${pick(2)}` }, [pick(2) === 0 ? `${pick(6)} Elm` : ""]),
  );
  const confirmedIds = pick(3) === 0 ? ["p0"] : [];
  const quotas = [
    ...["v0", "v1", "v2"].map((value) => aQuota("who", value, [0, pick(2) === 0 ? 2 : 9])),
    ...["v0", "v1"].map((value) => aQuota("place", value, [0, 9])),
  ];
  return groupPeople(
    aDrawRequest({ people, quotas, seats: 1 + confirmedIds.length + pick(4), households: true, confirmedIds }),
  );
}

/** A panel put together class by class by lot; nothing when that leads nowhere. */
function somePanel(pool: Pool, random: Random): PanelCounts | undefined {
  for (let time = 0; time < 30; time++) {
    const counts = new Int32Array(pool.classes.length);
    const all = pool.classes.flatMap(({ cap }, at) => new Array<number>(cap).fill(at));
    for (const at of shuffled(all, random).slice(0, Math.max(0, pool.seats))) counts[at] = (counts[at] ?? 0) + 1;
    if (isPanel(pool, counts)) return counts;
  }
  return undefined;
}

const homeOf = (pool: Pool) => (person: number) => householdKey(pool.people[person]?.household);

function somePanels(seed: number): { pool: Pool; panels: PanelCounts[]; random: Random } {
  const random = seededRandom(`deal ${seed}`);
  const pool = aPool(random);
  const panels = Array.from({ length: uniformBelow(random, 25) }, () => somePanel(pool, random));
  return { pool, panels: panels.flatMap((panel) => panel ?? []), random };
}

/** In how many lists each person of the pool is. */
function countsOf(pool: Pool, dealt: readonly (readonly number[])[]): number[] {
  const counts = pool.people.map(() => 0);
  for (const person of dealt.flat()) counts[person] = (counts[person] ?? 0) + 1;
  return counts;
}

describe("seats handed to people", () => {
  it("make every panel a list that meets every rule, sorted, with the seats that each class has", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { pool, panels, random } = somePanels(seed);
        dealSeats(pool, panels, random).forEach((people, at) => {
          expect(isDealtPanel(pool, people, homeOf(pool))).toBe(true);
          expect(people).toEqual([...people].sort((a, b) => a - b));
          const seats = pool.classes.map(({ members }) => members.filter((one) => people.includes(one)).length);
          expect(seats).toEqual(Array.from(panels[at] ?? []));
        });
      }),
      { numRuns: runs, verbose: 1 },
    );
  });

  it("put people of one class in equally many panels, within one", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { pool, panels, random } = somePanels(seed);
        const counts = countsOf(pool, dealSeats(pool, panels, random));
        for (const { members, pattern } of pool.classes) {
          const own = members.map((person) => counts[person] ?? 0);
          // At one address two of a class take turns: there it is the household that serves equally often.
          const homes = new Set(members.map(homeOf(pool)));
          if (pattern === undefined || homes.size === members.length)
            expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs, verbose: 1 },
    );
  });

  it("are taken from every household of one kind equally often for each class, within one", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { pool, panels, random } = somePanels(seed);
        const counts = countsOf(pool, dealSeats(pool, panels, random));
        for (const { households, classes } of pool.patterns) {
          for (const at of classes) {
            const inside = new Set(pool.classes[at]?.members);
            const served = households.map((residents) =>
              residents.reduce((sum, person) => sum + (inside.has(person) ? (counts[person] ?? 0) : 0), 0),
            );
            expect(Math.max(...served) - Math.min(...served)).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: runs, verbose: 1 },
    );
  });

  it("are handed out the same again with the same chance", () => {
    const { pool, panels } = somePanels(7);
    const deal = (seed: string) => dealSeats(pool, panels, seededRandom(seed));
    expect(deal("a")).toEqual(deal("a"));
  });

  it("of no panels are none, and of a panel without classes the confirmed", () => {
    const people = [aDrawCandidate("a", { who: "x" }), aDrawCandidate("b", { who: "x" })];
    const request = aDrawRequest({ people, quotas: [aQuota("who", "x", [0, 2])], seats: 2, confirmedIds: ["a", "b"] });
    const pool = groupPeople(request);
    expect(dealSeats(pool, [], seededRandom("none"))).toEqual([]);
    expect(dealSeats(pool, [new Int32Array()], seededRandom("none"))).toEqual([[0, 1]]);
  });
});

describe("dealing pass by pass", () => {
  it("gives nobody two seats at once, and everybody equally many, within one, after any number of seats", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(12)), fc.string(), (size, asked, seed) => {
        const members = Array.from({ length: size }, (_, at) => at + 100);
        const deal = passes(members, seededRandom(seed));
        const times = new Map(members.map((member) => [member, 0]));
        for (const seats of asked.map((one) => Math.min(one, size))) {
          const taken = deal(seats);
          expect(new Set(taken).size).toBe(seats);
          for (const member of taken) times.set(member, (times.get(member) ?? 0) + 1);
          const counts = [...times.values()];
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs, verbose: 1 },
    );
  });
});

describe("panels made distinct", () => {
  it("change nobody's count and break no rule, and are never fewer than before", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { pool, panels, random } = somePanels(seed);
        const dealt = dealSeats(pool, panels, random);
        const doubled = [...dealt, ...dealt].map((people) => [...people]);
        const before = doubled.map((people) => [...people]);
        makeDistinct(pool, doubled, random);
        expect(countsOf(pool, doubled)).toEqual(countsOf(pool, before));
        const differing = (lists: number[][]) =>
          new Set(lists.map((one) => [...one].sort((a, b) => a - b).join())).size;
        expect(differing(doubled)).toBeGreaterThanOrEqual(differing(before));
        for (const people of doubled) expect(isDealtPanel(pool, people, homeOf(pool))).toBe(true);
      }),
      { numRuns: runs, verbose: 1 },
    );
  });

  it("are all different where there are enough of them: 60 panels of 2 out of 12 people", () => {
    const people = Array.from({ length: 12 }, (_, at) => aDrawCandidate(`p${at}`, { who: "any" }));
    const pool = groupPeople(aDrawRequest({ people, quotas: [aQuota("who", "any", [0, 2])], seats: 2 }));
    const dealt = dealSeats(pool, new Array<PanelCounts>(60).fill(Int32Array.of(2)), seededRandom("sixty"));
    expect(new Set(dealt.map((panel) => panel.join())).size).toBe(60);
    expect(new Set(countsOf(pool, dealt))).toEqual(new Set([10]));
  });

  it("stay as they are where there is one only", () => {
    const people = ["a", "b"].map((id) => aDrawCandidate(id, { who: "any" }));
    const pool = groupPeople(aDrawRequest({ people, quotas: [aQuota("who", "any", [0, 2])], seats: 2 }));
    const panels = [
      [0, 1],
      [0, 1],
    ];
    makeDistinct(pool, panels, seededRandom("one"));
    expect(panels).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});
