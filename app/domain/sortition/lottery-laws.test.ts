import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { type Random, seededRandom, uniformBelow } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { enumeratePanels, seatsPerClass } from "../testing/sortition-enumeration";
import { isPanel, type PanelCounts } from "./check-panel";
import { LotteryCrossing } from "./cross-lottery";
import { drawPanel } from "./draw-panel";
import { groupPeople, type Pool } from "./group-people";
import { goalsOf, misses, seatsOver } from "./lottery-goals";
import { makeLottery } from "./make-lottery";
import { LotteryPolish } from "./polish-lottery";
import { roundLottery } from "./round-lottery";
import type { Solver } from "./solver";

const runs = process.env.LONG ? 300 : 12;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

interface Lottery {
  readonly pool: Pool;
  readonly all: readonly PanelCounts[];
  /** Panels by lot, which serve nobody in particular. */
  readonly panels: readonly PanelCounts[];
  /** What other panels by lot average to: it can be had. */
  readonly expected: Float64Array;
}

const lotteries = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 5, max: 10 }),
    seats: fc.integer({ min: 1, max: 4 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 2, max: 3 }),
    sharing: fc.constantFrom(0, 5),
  })
  .map(({ seed, ...size }): Lottery | undefined => {
    const random = seededRandom(`lottery ${seed}`);
    const request = aRandomRequest(random, size);
    const pool = groupPeople(request);
    const all = seatsPerClass(pool, enumeratePanels(request));
    if (all.length === 0) return undefined;
    const length = 1 + uniformBelow(random, 30);
    const wanted = byLot(all, { length, random });
    const expected = seatsOver(wanted, pool.classes.length).map((seats) => seats / length);
    return { pool, all, panels: byLot(all, { length, random }), expected };
  });

function byLot(all: readonly PanelCounts[], { length, random }: { length: number; random: Random }): PanelCounts[] {
  return Array.from({ length }, () => all[uniformBelow(random, all.length)] as PanelCounts);
}

function law(title: string, predicate: (lottery: Lottery) => void, numRuns = runs): void {
  const property = fc.property(lotteries, (lottery) => {
    if (lottery) predicate(lottery);
  });
  it(title, () => fc.assert(property, { numRuns, verbose: 1 }), 600_000);
}

describe("what a class may have over a lottery", () => {
  law("is floor to ceiling of what each of its people should get, for each of them", ({ pool, expected, panels }) => {
    const size = panels.length;
    const { least, most } = goalsOf(pool, { expected, size });
    pool.classes.forEach(({ members }, at) => {
      const each = (size * (expected[at] ?? 0)) / members.length;
      expect([least[at], most[at]]).toEqual([
        members.length * Math.floor(each + 1e-6),
        members.length * Math.ceil(each - 1e-6),
      ]);
    });
  });

  law("is missed by as many seats as are too few or too many, class by class", ({ pool, expected, panels }) => {
    const goals = goalsOf(pool, { expected, size: panels.length });
    const seats = seatsOver(panels, pool.classes.length);
    const off = Array.from(seats, (one, at) => {
      const [least = 0, most = 0] = [goals.least[at], goals.most[at]];
      return one < least ? least - one : one > most ? one - most : 0;
    });
    expect(misses(panels, goals)).toBe(off.reduce((sum, one) => sum + one, 0));
  });
});

describe("a lottery that is put right", () => {
  law("has as many panels as before, each valid, and nobody further from what they should get", (lottery) => {
    const { pool, panels, expected } = lottery;
    const goals = goalsOf(pool, { expected, size: panels.length });
    const before = panels.map((panel) => Array.from(panel));
    for (const Way of [LotteryPolish, LotteryCrossing]) {
      const after = new Way(pool, { panels, expected }).putRight(undisturbed);
      expect(after).toHaveLength(panels.length);
      expect(after.filter((panel) => !isPanel(pool, panel))).toEqual([]);
      expect(misses(after, goals)).toBeLessThanOrEqual(misses(panels, goals));
    }
    expect(panels.map((panel) => Array.from(panel))).toEqual(before);
  });

  law(
    "by moving copies among all panels reaches what some lottery of that length reaches",
    ({ pool, all, panels, expected }) => {
      const goals = goalsOf(pool, { expected, size: panels.length });
      const rounded = roundLottery(pool, { panels, others: all, expected, solver });
      expect(rounded).toHaveLength(panels.length);
      expect(rounded.filter((panel) => !isPanel(pool, panel))).toEqual([]);
      expect(misses(rounded, goals)).toBe(0);
    },
    process.env.LONG ? 200 : 5,
  );

  law("is left alone when it is right", ({ pool, all, panels }) => {
    const expected = seatsOver(panels, pool.classes.length).map((seats) => seats / panels.length);
    expect(roundLottery(pool, { panels, others: all, expected, solver })).toBe(panels);
    for (const Way of [LotteryPolish, LotteryCrossing]) {
      const after = new Way(pool, { panels, expected }).putRight(undisturbed);
      expect(after.map((panel) => Array.from(panel))).toEqual(panels.map((panel) => Array.from(panel)));
    }
  });

  law("after a stop is still a lottery of valid panels", ({ pool, panels, expected }) => {
    const stopped = { ...undisturbed, stopAsked: () => true };
    for (const Way of [LotteryPolish, LotteryCrossing]) {
      const after = new Way(pool, { panels, expected }).putRight(stopped);
      expect(after).toHaveLength(panels.length);
      expect(after.filter((panel) => !isPanel(pool, panel))).toEqual([]);
    }
  });
});

describe("a lottery that is made of a distribution", () => {
  law(
    "has the length that was asked for, of valid panels, whatever the shares; after a stop, too",
    ({ pool, panels, expected }) => {
      const shares = new Float64Array(panels.length).fill(1 / panels.length);
      const proof = { exact: true, bound: 1, gap: 0 };
      const distribution = { expected, panels, shares, unreachable: new Set<number>(), proof };
      for (const size of [1, 3, 17]) {
        for (const control of [undisturbed, { ...undisturbed, stopAsked: () => true }]) {
          const made = makeLottery(pool, distribution, { size, solver, control });
          expect(made).toHaveLength(size);
          expect(made.filter((panel) => !isPanel(pool, panel))).toEqual([]);
        }
      }
    },
    process.env.LONG ? 200 : 4,
  );

  it("is its herd, where that is as long as asked for", () => {
    const people = ["a", "b", "c"].map((id) => aDrawCandidate(id, { who: id }));
    const quotas = people.map(({ id }) => aQuota("who", id, [0, id === "a" ? 1 : 0]));
    const pool = groupPeople(aDrawRequest({ people, quotas, seats: 1 }));
    const [a] = seatsPerClass(pool, [["a"]]);
    if (!a) throw new Error("a panel");
    const distribution = {
      expected: Float64Array.from(a),
      panels: [a],
      shares: Float64Array.of(1),
      herd: [a, a, a],
      unreachable: new Set<number>(),
      proof: { exact: true, bound: 1, gap: 0 },
    };
    expect(makeLottery(pool, distribution, { size: 2, solver, control: undisturbed })).toEqual([a, a]);
    expect(makeLottery(pool, distribution, { size: 5, solver, control: undisturbed })).toEqual([a, a, a, a, a]);
  });
});

it("people alike, who live alone, are in equally many panels of a drawn lottery, within one", () => {
  const outcome = drawPanel(aDrawRequest({ lottery: 37 }), solver, undisturbed);
  if (outcome.status !== "drawn") throw new Error(outcome.status);
  const counts = new Map<string, number[]>();
  for (const { id, features } of aDrawRequest().people) {
    const key = JSON.stringify(features);
    counts.set(key, [...(counts.get(key) ?? []), outcome.result.lottery?.counts.get(id) ?? -1]);
  }
  for (const own of counts.values()) expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
});
