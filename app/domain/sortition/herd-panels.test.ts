import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, uniform, uniformBelow } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { DrawStopped } from "./draw-control";
import { sharesOf } from "./fair-search";
import { groupPeople } from "./group-people";
import { heaviest, herdPanels, hunger } from "./herd-panels";
import { KnownPanels, weightOf } from "./known-panels";
import { LotteryPolish } from "./polish-lottery";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Kinds of people of different numbers; two seats, at most one for each kind. */
function aPoolOf(sizes: readonly number[]) {
  const people = sizes.flatMap((size, kind) =>
    Array.from({ length: size }, (_, at) => aDrawCandidate(`${kind} ${at}`, { who: `k${kind}` })),
  );
  const quotas = sizes.map((_, kind) => aQuota("who", `k${kind}`, [0, 1]));
  return groupPeople(aDrawRequest({ people, quotas, seats: 2 }));
}
const pool = aPoolOf([3, 3, 6, 12]);
const expected = Float64Array.of(0.5, 0.5, 0.5, 0.5);

describe("what one more seat is worth to a class", () => {
  it("is how far it brings down the squares of what people are short of, class by class", () => {
    const some = fc.record({ seed: fc.integer(), round: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(some, ({ seed, round }) => {
        const random = seededRandom(`hunger ${seed}`);
        const average = Float64Array.from(pool.classes, () => 3 * uniform(random));
        const total = Float64Array.from(pool.classes, () => uniformBelow(random, 60));
        const weights = hunger(pool, { expected: average, total, round });
        pool.classes.forEach(({ members }, at) => {
          const goal = round * (average[at] ?? 0);
          const off = (seats: number): number => ((total[at] ?? 0) + seats - goal) ** 2 / members.length;
          const sure = Math.floor(average[at] ?? 0);
          expect(weights[at]).toBeCloseTo(off(sure) - off(sure + 1), 6);
        });
      }),
      { verbose: 1 },
    );
  });
});

describe("a herd", () => {
  const herd = (count: number, more: object = {}, control = undisturbed) => {
    const known = new KnownPanels(pool);
    return { known, ...herdPanels(pool, expected, { solver, control, known, count, ...more }) };
  };

  it("is near the average at every beginning: after each panel no class is a seat and a half off", () => {
    const { known, places } = herd(24);
    const total = new Float64Array(4);
    places.forEach((place, at) => {
      known.list[place]?.counts.forEach((seats, one) => {
        total[one] = (total[one] ?? 0) + seats;
      });
      for (const seats of total) expect(Math.abs(seats - 0.5 * (at + 1))).toBeLessThanOrEqual(1.5);
    });
  });

  it("counts the seats it gave, and goes on from those that were given before", () => {
    const first = herd(7);
    const further = herd(5, { given: first.total, before: 7 });
    expect(further.places).toHaveLength(5);
    expect(first.total.reduce((sum, seats) => sum + seats, 0)).toBe(14);
    expect(further.total.reduce((sum, seats) => sum + seats, 0)).toBe(24);
    for (const seats of further.total) expect(Math.abs(seats - 6)).toBeLessThanOrEqual(1.5);
  });

  it("that is stopped leaves the draw, or ends early where that is allowed", () => {
    let asked = 0;
    const control = { ...undisturbed, stopAsked: () => ++asked > 3 };
    expect(() => herd(20, {}, control)).toThrow(DrawStopped);
    asked = 0;
    expect(herd(20, { mayEndEarly: true }, control).places).toHaveLength(3);
  });

  it("gives no seat to a class that expects none, and all there are to one that is in every panel", () => {
    const certain = Float64Array.of(1, 0, 0.5, 0.5);
    const single = aPoolOf([1, 3, 6, 12]);
    const known = new KnownPanels(single);
    const { total } = herdPanels(single, certain, { solver, control: undisturbed, known, count: 8 });
    expect(Array.from(total)).toEqual([8, 0, 4, 4]);
  });
});

describe("panels that are known", () => {
  const known = new KnownPanels(pool);
  const places = [
    [1, 1, 0, 0],
    [0, 0, 1, 1],
    [1, 0, 1, 0],
  ].map((counts) => known.add(Int32Array.from(counts)));

  it("have the shares that a herd has of them, which sum to 1", () => {
    const [ab, cd] = places as [number, number, number];
    expect(Array.from(sharesOf([ab, cd, ab, ab], known))).toEqual([0.75, 0.25, 0]);
  });

  it("are asked for the heaviest of them; the first where several are, and nothing where there is none", () => {
    expect(heaviest(known.list, Float64Array.of(0, 0, 2, 5))).toBe(1);
    expect(heaviest(known.list, Float64Array.of(1, 1, 1, 1))).toBe(0);
    expect(heaviest([], Float64Array.of(1, 1, 1, 1))).toBeUndefined();
    expect(known.list.map((panel) => weightOf(panel, [1, 10, 100, 1000]))).toEqual([11, 1100, 101]);
  });

  it("are swapped into each other seat by seat, where that alone puts a lottery right", () => {
    const panels = new Array(6).fill(Int32Array.of(1, 1, 0, 0));
    const wanted = Float64Array.of(0.5, 0.5, 0.5, 0.5);
    const total = new Float64Array(4);
    for (const panel of new LotteryPolish(pool, { panels, expected: wanted }).putRight(undisturbed))
      panel.forEach((seats, at) => {
        total[at] = (total[at] ?? 0) + seats;
      });
    // Three seats for each class; the last two have 6 and 12 people, so that none or one each is as near as it gets.
    expect([total[0], total[1]]).toEqual([3, 3]);
    expect((total[2] ?? 0) + (total[3] ?? 0)).toBe(6);
  });
});
