import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { type Random, seededRandom, uniform } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { enumeratePanels, seatsPerClass } from "../testing/sortition-enumeration";
import { isPanel } from "./check-panel";
import { findDistribution } from "./choose-algorithm";
import { drawAlgorithms } from "./draw-request";
import { leximinIdeal } from "./equalise-leximin";
import { groupPeople, type Pool } from "./group-people";
import { herdPanels } from "./herd-panels";
import { KnownPanels } from "./known-panels";
import { OuterBound, solved } from "./outer-bound";
import { panelModel, panelRows, rowsAtAverage } from "./panel-model";
import { ExactPricer, PanelPricer } from "./price-panel";
import { leaveOutUnreached, reachClasses } from "./reach-classes";
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
  /** Seats per class of every panel there is. */
  readonly panels: readonly Int32Array[];
  readonly random: Random;
}

/** Pools with a panel, seats to draw and classes to draw from. */
const cases = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 4, max: 10 }),
    seats: fc.integer({ min: 1, max: 4 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 1, max: 4 }),
    sharing: fc.constantFrom(0, 5),
  })
  .map(({ seed, ...size }): Case => {
    const random = seededRandom(`search ${seed}`);
    const request = withChoices(aRandomRequest(random, size), random);
    const pool = groupPeople(request);
    return { pool, panels: seatsPerClass(pool, enumeratePanels(request)), random };
  });

function law(title: string, predicate: (one: Case) => void): void {
  const property = fc.property(cases, (one) => {
    if (one.panels.length > 0 && one.pool.seats > 0) predicate(one);
  });
  it(title, () => fc.assert(property, { numRuns: runs, verbose: 1 }), 600_000);
}

const weightsFor = ({ pool, random }: Case): Float64Array =>
  Float64Array.from(pool.classes, () => uniform(random) - 0.4);
const worth = (panel: Int32Array, weights: Float64Array): number =>
  panel.reduce((sum, seats, at) => sum + seats * (weights[at] ?? 0), 0);

describe("the heaviest panel", () => {
  law("of an exact search is a panel, and none there is weighs more", (one) => {
    const pricer = new ExactPricer(one.pool, solver);
    for (let time = 0; time < 3; time++) {
      const weights = weightsFor(one);
      const { panel, value, bound } = pricer.price(weights);
      const most = Math.max(...one.panels.map((known) => worth(known, weights)));
      expect(isPanel(one.pool, panel)).toBe(true);
      expect(value).toBeCloseTo(most, 9);
      expect(bound).toBeGreaterThanOrEqual(most - 1e-9);
    }
    pricer.close();
  });

  law("of a quick search is a panel too, and its bound holds for every panel", (one) => {
    const upper = Float64Array.from(one.pool.classes, ({ cap }) => cap);
    const lower = new Float64Array(upper.length);
    const pricer = new PanelPricer(one.pool, solver, { lower, upper, rows: panelRows(one.pool) });
    for (let time = 0; time < 3; time++) {
      const weights = weightsFor(one);
      const priced = pricer.price(weights, (bound) => bound);
      if (!priced) continue;
      expect(isPanel(one.pool, priced.panel)).toBe(true);
      expect(priced.value).toBeCloseTo(worth(priced.panel, weights), 9);
      const most = Math.max(...one.panels.map((known) => worth(known, weights)));
      expect(priced.bound).toBeGreaterThanOrEqual(most - 1e-6);
    }
    pricer.close();
  });
});

describe("what averages meet", () => {
  law(
    "every panel meets, and every panel the ideal can be made of meets it with equality where the ideal does",
    (one) => {
      const rows = panelRows(one.pool);
      const misses = (panel: Int32Array, list: typeof rows): boolean =>
        list.some((row) => activity(row, panel) < row.lower - 1e-9 || activity(row, panel) > row.upper + 1e-9);
      expect(one.panels.filter((panel) => misses(panel, rows))).toEqual([]);
      const [average = new Int32Array()] = one.panels;
      expect(misses(average, rowsAtAverage(one.pool, average))).toBe(false);
    },
  );

  law("bounds the least chance of every distribution from above", (one) => {
    const outer = new OuterBound(one.pool);
    leaveOutUnreached(outer, tools());
    const { minimum, expected } = leximinIdeal(outer, tools());
    const chances = (panel: readonly number[]): number[] =>
      one.pool.classes.flatMap(({ members }, at) =>
        outer.unreachable.has(at) ? [] : (panel[at] ?? 0) / members.length,
      );
    const average = one.pool.classes.map(
      (_, at) => one.panels.reduce((sum, panel) => sum + (panel[at] ?? 0), 0) / one.panels.length,
    );
    expect(Math.min(...chances(average))).toBeLessThanOrEqual(minimum + 1e-7);
    expect(Math.min(...chances(Array.from(expected)))).toBeCloseTo(minimum, 5);
    expect(expected.reduce((sum, seats) => sum + seats, 0)).toBeCloseTo(one.pool.seats, 6);
  });

  law("cut by what no panel weighs loses no panel", (one) => {
    const outer = new OuterBound(one.pool);
    const weights = weightsFor(one);
    const most = Math.max(...one.panels.map((panel) => worth(panel, weights)));
    outer.cut(weights, most);
    const model = { ...panelModel(one.pool, weights, false), rows: outer.rows() };
    const best = withModel(solver, model, (opened) => solved(opened.solve()).objective);
    expect(best).toBeCloseTo(most, 6);
    const [cut] = outer.cuts;
    if (cut) for (const panel of one.panels) expect(activity(cut, panel)).toBeLessThanOrEqual(most + 1e-9);
  });
});

describe("whom no panel contains", () => {
  law("is proven for exactly the classes without a seat in any panel; everybody else gets a panel to show", (one) => {
    const [outer, known] = [new OuterBound(one.pool), new KnownPanels(one.pool)];
    reachClasses(outer, known, tools());
    const never = one.pool.classes.flatMap((_, at) => (one.panels.some((panel) => (panel[at] ?? 0) > 0) ? [] : [at]));
    expect([...outer.unreachable].sort((a, b) => a - b)).toEqual(never);
    known.seen().forEach((seen, at) => {
      expect(seen).toBe(never.includes(at) ? 0 : 1);
    });
    expect(reachClasses(outer, known, tools())).toBe(false);
  });

  law("is no more than that by averages alone", (one) => {
    const outer = new OuterBound(one.pool);
    leaveOutUnreached(outer, tools());
    for (const at of outer.unreachable) expect(one.panels.every((panel) => panel[at] === 0)).toBe(true);
    for (const at of outer.unreachable) expect(outer.caps()[at]).toBe(0);
  });
});

describe("a distribution", () => {
  law("of every algorithm is made of panels whose shares sum to 1 and average to what is told", (one) => {
    for (const algorithm of drawAlgorithms) {
      const found = findDistribution(one.pool, { ...tools(), algorithm, random: seededRandom("shares") });
      expect(found.panels.filter((panel) => !isPanel(one.pool, panel))).toEqual([]);
      expect(found.shares).toHaveLength(found.panels.length);
      expect(Math.min(...found.shares)).toBeGreaterThanOrEqual(0);
      expect(found.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      found.expected.forEach((seats, at) => {
        const average = found.panels.reduce((sum, panel, k) => sum + (panel[at] ?? 0) * (found.shares[k] ?? 0), 0);
        expect(Math.abs(seats - average)).toBeLessThan(1e-5);
        if (found.unreachable.has(at)) expect(average).toBe(0);
      });
    }
  });

  law(
    "is followed by its herd: after any number of panels nobody is further behind than all classes together are many",
    (one) => {
      const outer = new OuterBound(one.pool);
      leaveOutUnreached(outer, tools());
      const average = Float64Array.from(
        one.pool.classes,
        (_, at) => one.panels.reduce((sum, panel) => sum + (panel[at] ?? 0), 0) / one.panels.length,
      );
      const known = new KnownPanels(one.pool);
      const { places, total } = herdPanels(one.pool, average, { ...tools(), known, count: 40 });
      if (places.length < 40) return;
      average.forEach((seats, at) => {
        expect(Math.abs((total[at] ?? 0) - 40 * seats)).toBeLessThanOrEqual(one.pool.classes.length + 1);
      });
    },
  );
});

it("where nothing is left to draw, the confirmed are the panel, for every algorithm", () => {
  const people = ["a", "b"].map((id) => aDrawCandidate(id, { who: "any" }));
  const request = aDrawRequest({ people, quotas: [aQuota("who", "any", [0, 2])], seats: 1, confirmedIds: ["a"] });
  for (const algorithm of drawAlgorithms) {
    const found = findDistribution(groupPeople(request), { ...tools(), algorithm, random: seededRandom("none") });
    expect(found.proof).toEqual({ exact: true, bound: 0, gap: 0 });
    expect(found.panels.map((panel) => Array.from(panel))).toEqual([[0]]);
  }
});
