import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { type Random, seededRandom, uniformBelow } from "../kernel/random";
import { undisturbed } from "../testing/sortition";
import { enumeratePanels, seatsPerClass } from "../testing/sortition-enumeration";
import { aStructuredRequest, poolShapes } from "../testing/sortition-structured";
import type { PanelCounts } from "./check-panel";
import { leximinIdeal } from "./equalise-leximin";
import { faceOf, searchFace } from "./face-panels";
import { groupPeople, type Pool } from "./group-people";
import { KnownPanels, type SparsePanel } from "./known-panels";
import { seatsOver } from "./lottery-goals";
import { mixtureModel } from "./mixture-model";
import { OuterBound, solved } from "./outer-bound";
import { exactWithin, proveDistribution, shortfall } from "./prove-distribution";
import { leaveOutUnreached, reachClasses } from "./reach-classes";
import { settleIdeal } from "./settle-ideal";
import { type Solver, withModel } from "./solver";
import { activity } from "./tight-rows";
import { nearestShares, weighPanels } from "./weigh-panels";

const runs = process.env.LONG ? 150 : 4;
const control = undisturbed;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

interface Case {
  readonly pool: Pool;
  /** Every panel there is, as seats per class, each once. */
  readonly panels: readonly PanelCounts[];
  readonly random: Random;
}

/** Pools in which averages promise what panels cannot give, or that are as tight as can be. */
const cases = fc
  .record({ shape: fc.constantFrom(...poolShapes.filter((shape) => shape !== "clash")), seed: fc.integer() })
  .map(({ shape, seed }): Case => {
    const random = seededRandom(`prove ${seed}`);
    const request = aStructuredRequest(shape, random);
    const pool = groupPeople(request);
    const all = seatsPerClass(pool, enumeratePanels(request));
    return { pool, panels: [...new Map(all.map((panel) => [panel.join(), panel])).values()], random };
  });

function law(title: string, predicate: (one: Case) => void): void {
  const property = fc.property(cases, (one) => {
    if (one.panels.length > 0) predicate(one);
  });
  it(title, () => fc.assert(property, { numRuns: runs, verbose: 1 }), 600_000);
}

function knownOf(pool: Pool, panels: readonly PanelCounts[]): KnownPanels {
  const known = new KnownPanels(pool);
  for (const panel of panels) known.add(panel);
  return known;
}

/** What some panels by lot average to. */
function averageByLot({ panels, random }: Case): { chosen: PanelCounts[]; expected: Float64Array } {
  const count = 1 + uniformBelow(random, 4);
  const chosen = Array.from({ length: count }, () => panels[uniformBelow(random, panels.length)] as PanelCounts);
  const expected = seatsOver(chosen, chosen[0]?.length ?? 0).map((seats) => seats / count);
  return { chosen, expected };
}

function averageOf(list: readonly SparsePanel[], shares: Float64Array, classes: number): number[] {
  return Array.from({ length: classes }, (_, at) =>
    list.reduce((sum, { counts }, k) => sum + (counts[at] ?? 0) * (shares[k] ?? 0), 0),
  );
}

describe("an ideal that is put to the proof", () => {
  law(
    "is reached by shares of panels, or cut off by a rule that every panel meets and the ideal does not",
    ({ pool, panels }) => {
      const outer = new OuterBound(pool);
      leaveOutUnreached(outer, { solver, control });
      const known = new KnownPanels(pool);
      reachClasses(outer, known, { solver, control });
      const { expected } = leximinIdeal(outer, { solver, control });
      const herdShares = (): Float64Array => new Float64Array(known.list.length).fill(1 / known.list.length);
      const proved = proveDistribution(outer, { expected, known, solver, control, herdShares, more: () => false });
      const [cut] = outer.cuts;
      expect(proved.cut).toBe(cut !== undefined);
      if (cut) {
        expect(activity(cut, expected)).toBeGreaterThan(cut.upper);
        for (const panel of panels) expect(activity(cut, panel)).toBeLessThanOrEqual(cut.upper + 1e-9);
        return;
      }
      expect(proved.gap).toBeLessThanOrEqual(exactWithin);
      const average = averageOf(known.list, proved.shares, expected.length);
      expect(proved.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      expected.forEach((seats, at) => {
        expect(average[at] ?? 0).toBeGreaterThanOrEqual(seats - 1e-5);
      });
    },
  );

  law(
    "falls short by nothing where panels average to it, and by as much as the worst-off person lacks elsewhere",
    (one) => {
      const { pool, panels } = one;
      const { expected, chosen } = averageByLot(one);
      const outer = new OuterBound(pool);
      const known = knownOf(pool, panels);
      const shares = new Float64Array(known.list.length);
      for (const panel of chosen) shares[known.add(panel)] = (shares[known.add(panel)] ?? 0) + 1 / chosen.length;
      expect(shortfall(outer, { known, expected, shares })).toBeLessThan(1e-9);
      const single = new Float64Array(known.list.length);
      single[0] = 1;
      const lacks = pool.classes.map(
        ({ members }, at) => ((expected[at] ?? 0) - (known.list[0]?.counts[at] ?? 0)) / members.length,
      );
      expect(shortfall(outer, { known, expected, shares: single })).toBeCloseTo(Math.max(0, ...lacks), 9);
    },
  );

  law("is mixed from all panels with no shortfall where it is their average", (one) => {
    const { pool, panels } = one;
    const { expected } = averageByLot(one);
    const wanted = Array.from(expected.keys()).filter((at) => (expected[at] ?? 0) > 0);
    const sizes = new OuterBound(pool).sizes();
    const model = mixtureModel(knownOf(pool, panels), { expected, sizes, wanted });
    const { values, objective } = withModel(solver, model, (opened) => solved(opened.solve()));
    expect(objective).toBeCloseTo(0, 7);
    expect(values.subarray(1).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  law("is settled by moving it less than it was off, and stays where it is right", (one) => {
    const { pool, random } = one;
    const { expected } = averageByLot(one);
    const outer = new OuterBound(pool);
    Array.from(settleIdeal(outer, expected)).forEach((seats, at) => {
      expect(seats).toBeCloseTo(expected[at] ?? 0, 9);
    });
    const off = expected.map((seats) => (seats > 0 ? seats + (uniformBelow(random, 3) - 1) * 1e-7 : 0));
    const settled = settleIdeal(outer, off);
    expect(settled.reduce((sum, seats) => sum + seats, 0)).toBeCloseTo(pool.seats, 9);
    settled.forEach((seats, at) => {
      expect(Math.abs(seats - (expected[at] ?? 0))).toBeLessThan(1e-4);
    });
  });
});

describe("where an average lies", () => {
  law("lie all panels it is made of", (one) => {
    const { chosen, expected } = averageByLot(one);
    const isOnFace = faceOf(one.pool, expected);
    for (const { counts, classes } of knownOf(one.pool, chosen).list) expect(isOnFace({ counts, classes })).toBe(true);
  });

  law("lies every panel that can have a share in it: the others have none in any mixture", (one) => {
    const { pool, panels } = one;
    const { expected } = averageByLot(one);
    const isOnFace = faceOf(pool, expected);
    const known = knownOf(pool, panels.slice(0, 60));
    const others = known.list.flatMap((panel, at) => (isOnFace(panel) ? [] : [at]));
    if (others.length === 0) return;
    const columns = known.list.map((_, at) => at);
    const rows = pool.classes.map((_, at) => ({
      lower: expected[at] ?? 0,
      upper: expected[at] ?? 0,
      columns,
      values: known.list.map(({ counts }) => counts[at] ?? 0),
    }));
    const model = {
      costs: columns.map((at) => (others.includes(at) ? 1 : 0)),
      lower: new Float64Array(columns.length),
      upper: new Float64Array(columns.length).fill(1),
      rows: [...rows, { lower: 1, upper: 1, columns, values: columns.map(() => 1) }],
    };
    const solution = withModel(solver, model, (opened) => opened.solve());
    if ("values" in solution) expect(solution.objective).toBeLessThan(1e-6);
  });

  law("an exact search finds panels, and only there", (one) => {
    const { expected } = averageByLot(one);
    const known = new KnownPanels(one.pool);
    const { places, total } = searchFace(one.pool, { expected, known, solver, control });
    expect(places.length).toBeGreaterThan(0);
    const isOnFace = faceOf(one.pool, expected);
    expect(known.list.filter((panel) => !isOnFace(panel))).toEqual([]);
    const counts = places.flatMap((place) => known.list[place]?.counts ?? []);
    expect(Array.from(total)).toEqual(Array.from(seatsOver(counts, one.pool.classes.length)));
  });
});

describe("shares nearest to an average", () => {
  /** How far an average is from what is expected, in seats in proportion to it. */
  const distance = (average: readonly number[], expected: Float64Array): number =>
    average.reduce((sum, seats, at) => {
      const goal = expected[at] ?? 0;
      return goal > 0 ? sum + (seats - goal) ** 2 / goal : sum;
    }, 0);

  law("are none below zero, and no farther than the shares to begin with", (one) => {
    const { expected } = averageByLot(one);
    const known = knownOf(one.pool, one.panels.slice(0, 40));
    const start = new Float64Array(known.list.length).fill(1 / known.list.length);
    const found = nearestShares(known.list, { expected, start, control });
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    const [before, after] = [start, found].map((shares) =>
      distance(averageOf(known.list, shares, expected.length), expected),
    );
    expect(after).toBeLessThanOrEqual((before ?? 0) + 1e-9);
  });

  law("are the average itself where it is found by equations", (one) => {
    const { expected } = averageByLot(one);
    const known = knownOf(one.pool, one.panels.slice(0, 40));
    const start = new Float64Array(known.list.length).fill(1 / known.list.length);
    const direct = weighPanels(known.list, { expected, start, control });
    if (!direct) return;
    averageOf(known.list, direct, expected.length).forEach((seats, at) => {
      // Whoever asks measures again how far it is (`shortfall`): where panels hardly differ, the equations are not exact.
      if ((expected[at] ?? 0) > 0) expect(seats).toBeCloseTo(expected[at] ?? 0, 3);
    });
  });
});
