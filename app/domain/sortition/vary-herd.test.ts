import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, uniform } from "../kernel/random";
import { undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { enumeratePanels, leximinOf } from "../testing/sortition-enumeration";
import { isPanel } from "./check-panel";
import { PanelCrossing } from "./cross-panels";
import type { Distribution } from "./distribution";
import type { DrawRequest } from "./draw-request";
import { leximinIdeal } from "./equalise-leximin";
import { fairDistribution } from "./fair-distribution";
import { groupPeople, type Pool } from "./group-people";
import type { Solver } from "./solver";

const runs = process.env.LONG ? 400 : 8;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const pools = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 6, max: 14 }),
    seats: fc.integer({ min: 2, max: 5 }),
    features: fc.integer({ min: 1, max: 4 }),
    values: fc.integer({ min: 2, max: 3 }),
    sharing: fc.constantFrom(0, 3, 7),
  })
  .map(({ seed, ...size }) => aRandomRequest(seededRandom(`crossing ${seed}`), size));

/** Prints the seed of a counterexample and how to run it again. */
function law(title: string, predicate: (request: DrawRequest) => void): void {
  it(title, () => fc.assert(fc.property(pools, predicate), { numRuns: runs, verbose: 1 }), 600_000);
}

/** As a pool of too many classes to search for a proof is drawn. */
function crossed(pool: Pool): Distribution {
  const tools = { solver, control: undisturbed, random: seededRandom("crossed") };
  return fairDistribution(pool, { ...tools, provenClasses: 0, ideal: (outer) => leximinIdeal(outer, tools) });
}

function seatsOf(classes: readonly number[], counts: ArrayLike<number>): number {
  return classes.reduce((sum, at) => sum + (counts[at] ?? 0), 0);
}

describe("a panel crossed from another", () => {
  law("meets every rule, has every quota's seats, and weighs no less", (request) => {
    if (enumeratePanels(request).length === 0) return;
    const pool = groupPeople(request);
    const { expected, panels } = crossed(pool);
    const crossing = new PanelCrossing(pool, expected);
    const random = seededRandom("weights");
    for (const base of panels.slice(0, 5)) {
      const weights = Float64Array.from(pool.classes, () => uniform(random));
      const made = crossing.improve(base, weights);
      expect(isPanel(pool, made)).toBe(true);
      const worth = (counts: Int32Array): number =>
        counts.reduce((sum, seats, at) => sum + seats * (weights[at] ?? 0), 0);
      expect(worth(made)).toBeGreaterThanOrEqual(worth(base) - 1e-9);
      for (const { kind, classes } of pool.rules)
        if (kind !== "households") expect(seatsOf(classes, made)).toBe(seatsOf(classes, base));
      for (const [at, isLocked] of crossing.limits.locked.entries()) if (isLocked) expect(made[at]).toBe(base[at]);
    }
  });
});

describe("a pool whose panels are crossed", () => {
  law("gets panels that meet every rule, chances that are their average, and a gap that is true", (request) => {
    const panels = enumeratePanels(request);
    if (panels.length === 0) return;
    const pool = groupPeople(request);
    const found = crossed(pool);
    for (const panel of [...found.panels, ...(found.herd ?? [])]) expect(isPanel(pool, panel)).toBe(true);
    const ids = pool.people.map(({ id }) => id);
    const best = leximinOf(panels, ids, solver);
    const least = Math.min(...[...best.values()]);
    expect(found.proof.bound).toBeGreaterThanOrEqual(least - 1e-7);
    pool.classes.forEach(({ members }, at) => {
      const average = found.panels.reduce((sum, panel, k) => sum + (panel[at] ?? 0) * (found.shares[k] ?? 0), 0);
      expect(Math.abs(average - (found.expected[at] ?? 0)) / members.length).toBeLessThan(1e-6);
      if (found.unreachable.has(at)) return;
      expect((found.expected[at] ?? 0) / members.length).toBeGreaterThanOrEqual(
        found.proof.bound - found.proof.gap - 1e-6,
      );
    });
    if (found.proof.exact) for (const [id, chance] of best) expect(chanceOf(pool, found, id)).toBeCloseTo(chance, 5);
  });

  law("is drawn the same again", (request) => {
    if (enumeratePanels(request).length === 0) return;
    const [one, two] = [crossed(groupPeople(request)), crossed(groupPeople(request))];
    expect(two).toEqual(one);
  });
});

function chanceOf(pool: Pool, { expected }: Distribution, id: string): number {
  const person = pool.people.findIndex((one) => one.id === id);
  const at = pool.classes.findIndex(({ members }) => members.includes(person));
  return at < 0 ? 0 : (expected[at] ?? 0) / (pool.classes[at]?.members.length ?? 1);
}
