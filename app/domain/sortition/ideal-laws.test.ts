import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { type Random, seededRandom, uniform } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { enumeratePanels, seatsPerClass } from "../testing/sortition-enumeration";
import { aStructuredRequest } from "../testing/sortition-structured";
import type { PanelCounts } from "./check-panel";
import { goldilocksIdeal } from "./equalise-goldilocks";
import { type Ideal, leximinIdeal } from "./equalise-leximin";
import { nashIdeal } from "./equalise-nash";
import { groupPeople, type Pool } from "./group-people";
import { OuterBound } from "./outer-bound";
import { leaveOutUnreached } from "./reach-classes";
import { nashGap } from "./refine-nash";
import { type Solver, withModel } from "./solver";
import { activity } from "./tight-rows";

const runs = process.env.LONG ? 300 : 5;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});
const tools = () => ({ solver, control: undisturbed });

interface Case {
  readonly pool: Pool;
  readonly outer: OuterBound;
  readonly panels: readonly PanelCounts[];
  readonly random: Random;
}

const cases = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 5, max: 11 }),
    seats: fc.integer({ min: 1, max: 4 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 2, max: 4 }),
    sharing: fc.constantFrom(0, 5),
  })
  .map(({ seed, ...size }) => {
    const random = seededRandom(`ideal ${seed}`);
    const request = seed % 3 === 0 ? aStructuredRequest("cycle", random) : aRandomRequest(random, size);
    const pool = groupPeople(request);
    return { pool, panels: seatsPerClass(pool, enumeratePanels(request)), random };
  });

function law(title: string, predicate: (one: Case) => void): void {
  const property = fc.property(cases, (one) => {
    if (one.panels.length === 0) return;
    const outer = new OuterBound(one.pool);
    leaveOutUnreached(outer, tools());
    predicate({ ...one, outer });
  });
  it(title, () => fc.assert(property, { numRuns: runs, verbose: 1 }), 600_000);
}

/** Chances of the people whom an average can contain, class by class, as often as there are people. */
function chancesOf({ pool, outer }: Case, expected: ArrayLike<number>): number[] {
  return pool.classes.flatMap(({ members }, at) =>
    outer.unreachable.has(at) ? [] : new Array<number>(members.length).fill((expected[at] ?? 0) / members.length),
  );
}

/** What panels average to when each has a share by lot. */
function mixtureOf({ pool, panels, random }: Case): number[] {
  const weights = panels.map(() => uniform(random) ** 4);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return pool.classes.map((_, at) =>
    panels.reduce((total, panel, k) => total + ((panel[at] ?? 0) * (weights[k] ?? 0)) / sum, 0),
  );
}

const product = (chances: readonly number[]): number => chances.reduce((sum, chance) => sum + Math.log(chance), 0);
/** (n/k) · largest + (k/n) / smallest, as Goldilocks has it. */
function price({ pool }: Case, chances: readonly number[]): number {
  const mean = pool.seats / chances.length;
  return Math.max(...chances) / mean + mean / Math.min(...chances);
}

describe("every ideal", () => {
  law("meets on average what every panel meets, and gives nobody more than certainty", (one) => {
    for (const ideal of [leximinIdeal, nashIdeal, goldilocksIdeal].map((make): Ideal => make(one.outer, tools()))) {
      for (const row of one.outer.rows()) {
        const seats = activity(row, ideal.expected);
        expect(row.lower - 1e-5 <= seats && seats <= row.upper + 1e-5).toBe(true);
      }
      const chances = chancesOf(one, ideal.expected);
      expect(Math.max(...chances)).toBeLessThanOrEqual(1 + 1e-9);
      expect(Math.min(...chances)).toBeCloseTo(ideal.minimum, 5);
      for (const at of one.outer.unreachable) expect(ideal.expected[at] ?? 0).toBeLessThan(1e-9);
    }
  });

  law("is better by its own measure than every mixture of panels", (one) => {
    const leximin = chancesOf(one, leximinIdeal(one.outer, tools()).expected);
    const nash = chancesOf(one, nashIdeal(one.outer, tools()).expected);
    const goldilocks = chancesOf(one, goldilocksIdeal(one.outer, tools()).expected);
    for (let time = 0; time < 20; time++) {
      const mixed = chancesOf(one, mixtureOf(one));
      expect(Math.min(...leximin)).toBeGreaterThanOrEqual(Math.min(...mixed) - 1e-6);
      expect(product(nash)).toBeGreaterThanOrEqual(product(mixed) - 1e-6);
      expect(price(one, goldilocks)).toBeLessThanOrEqual(price(one, mixed) + 1e-5);
    }
    expect(product(nash)).toBeGreaterThanOrEqual(Math.max(product(leximin), product(goldilocks)) - 1e-6);
    expect(price(one, goldilocks)).toBeLessThanOrEqual(Math.min(price(one, leximin), price(one, nash)) + 1e-5);
  });
});

describe("the ideal of leximin", () => {
  law("lets nobody rise but at the cost of somebody who has no more", (one) => {
    const { pool, outer } = one;
    const { expected } = leximinIdeal(outer, tools());
    const chance = (at: number): number => (expected[at] ?? 0) / (pool.classes[at]?.members.length ?? 1);
    for (const rising of pool.classes.keys()) {
      if (outer.unreachable.has(rising)) continue;
      // Everybody who has no more than this class keeps what they have: then it cannot have more.
      const model = {
        costs: Float64Array.from(pool.classes, (_, at) => (at === rising ? 1 : 0)),
        lower: Float64Array.from(pool.classes, (_, at) =>
          at !== rising && chance(at) <= chance(rising) + 1e-6 ? Math.max(0, (expected[at] ?? 0) - 1e-7) : 0,
        ),
        upper: outer.caps(),
        rows: outer.rows().map((row) => ({ ...row, lower: row.lower - 1e-7, upper: row.upper + 1e-7 })),
      };
      const solution = withModel(solver, model, (opened) => opened.solve());
      if (!("values" in solution)) throw new Error(solution.status);
      expect(solution.objective).toBeLessThanOrEqual((expected[rising] ?? 0) + 1e-4);
    }
  });

  it("keeps to a ceiling, and gives the others what nobody may have", () => {
    const people = ["a", "b", "c", "d"].map((id) => aDrawCandidate(id, { who: id }));
    const quotas = people.map(({ id }) => aQuota("who", id, id === "a" ? [1, 1] : [0, 1]));
    const outer = new OuterBound(groupPeople(aDrawRequest({ people, quotas, seats: 2 })));
    const { expected, minimum } = leximinIdeal(outer, tools());
    expect(Math.max(...expected)).toBeCloseTo(1, 6);
    expect(minimum).toBeCloseTo(1 / 3, 6);
    const even = new OuterBound(
      groupPeople(aDrawRequest({ people, quotas: people.map(({ id }) => aQuota("who", id, [0, 1])), seats: 2 })),
    );
    const under = leximinIdeal(even, { ...tools(), ceiling: 0.5 });
    expect(
      Math.max(...chancesOf({ pool: even.pool, outer: even, panels: [], random: seededRandom("") }, under.expected)),
    ).toBeLessThan(0.5 + 1e-6);
  });
});

describe("the ideal of Nash", () => {
  law("has no better average by the gap that it tells", ({ outer }) => {
    const { expected, objectiveGap = 1 } = nashIdeal(outer, tools());
    expect(objectiveGap).toBeLessThan(1e-8);
    expect(nashGap(outer, expected, solver)).toBeLessThan(1e-5);
  });
});

it("a model is closed, whatever happens while it is used", () => {
  let closed = 0;
  const fake: Solver = {
    open: (model) =>
      new Proxy(solver.open(model), {
        get(target, key) {
          if (key === "close") closed++;
          const found: unknown = Reflect.get(target, key);
          return typeof found === "function" ? found.bind(target) : found;
        },
      }),
    solveSmall: () => undefined,
  };
  const model = { costs: [1], lower: [0], upper: [3], rows: [] };
  expect(withModel(fake, model, (opened) => opened.solve())).toMatchObject({ status: "optimal", objective: 3 });
  expect(() =>
    withModel(fake, model, () => {
      throw new Error("in the middle");
    }),
  ).toThrow("in the middle");
  expect(closed).toBe(2);
});
