import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom } from "../kernel/random";
import { undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { enumeratePanels, leximinOf } from "../testing/sortition-enumeration";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import type { DrawResult } from "./draw-result";
import { householdKey } from "./household-key";
import { relaxQuotas } from "./propose-relaxations";
import type { Solver } from "./solver";

const runs = process.env.LONG ? 400 : 25;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const tiny = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 4, max: 11 }),
    seats: fc.integer({ min: 1, max: 4 }),
    features: fc.integer({ min: 1, max: 4 }),
    values: fc.integer({ min: 1, max: 4 }),
    sharing: fc.constantFrom(0, 3, 7),
  })
  .map(({ seed, ...size }) => aRandomRequest(seededRandom(`${seed}`), size));

function drawn(request: DrawRequest): DrawResult | undefined {
  const outcome = drawPanel(request, solver, undisturbed);
  if (outcome.status === "drawn") return outcome.result;
  if (outcome.status === "infeasible") return undefined;
  throw new Error(JSON.stringify(outcome));
}

/** Prints the seed of a counterexample and how to run it again. */
function law(title: string, predicate: (request: DrawRequest) => void): void {
  it(title, () => fc.assert(fc.property(tiny, predicate), { numRuns: runs, verbose: 1 }), 600_000);
}

describe("for every pool", () => {
  law("every panel meets every quota and household rule", (request) => {
    const result = drawn(request);
    for (const panel of result?.lottery?.panels ?? []) {
      const people = request.people.filter(({ id }) => panel.includes(id));
      expect(people).toHaveLength(request.seats);
      const homes = people.flatMap(({ household }) => householdKey(household) ?? []);
      expect(new Set(homes).size).toBe(homes.length);
      for (const { feature, value, min, max } of request.quotas) {
        const seats = people.filter(({ features }) => features[feature] === value).length;
        expect(min <= seats && seats <= max).toBe(true);
      }
    }
  });

  law("leximin is the optimum over all panels, found one by one", (request) => {
    const panels = enumeratePanels(request);
    const result = drawn(request);
    expect(result !== undefined).toBe(panels.length > 0);
    if (!result) return;
    const ids = request.people.map(({ id }) => id);
    for (const [id, chance] of leximinOf(panels, ids, solver))
      expect(result.probabilities.get(id)).toBeCloseTo(chance, 6);
    expect(result.proof.exact).toBe(true);
    expect(result.unreachableIds).toEqual(ids.filter((id) => !panels.some((panel) => panel.includes(id))));
  });

  law("probabilities sum to the seats, and nobody is off by more than 2 of the lottery", (request) => {
    for (const algorithm of ["leximin", "nash", "goldilocks", "diversimax", "quick"] as const) {
      const result = drawn({ ...request, algorithm });
      if (!result) return;
      const sum = [...result.probabilities.values()].reduce((total, one) => total + one, 0);
      expect(sum).toBeCloseTo(request.seats, 6);
      for (const [id, count] of result.lottery?.counts ?? []) {
        expect(Math.abs(count - 100 * (result.probabilities.get(id) ?? 0))).toBeLessThanOrEqual(2);
      }
    }
  });

  law("no algorithm has a larger minimum than leximin, nor a larger product than Nash", (request) => {
    const [leximin, maximin, nash, goldilocks] = (["leximin", "maximin", "nash", "goldilocks"] as const).map(
      (algorithm) => drawn({ ...request, algorithm }),
    );
    if (!leximin || !maximin || !nash || !goldilocks) return;
    expect(maximin.minProbability).toBeCloseTo(leximin.minProbability, 7);
    expect(nash.minProbability).toBeLessThanOrEqual(leximin.minProbability + 1e-6);
    expect(goldilocks.maxProbability).toBeLessThanOrEqual(leximin.maxProbability + 1e-6);
    for (const other of [leximin, goldilocks])
      expect(nash.geometricMean).toBeGreaterThanOrEqual(other.geometricMean - 1e-6);
  });

  law("people alike have equal chances, and other names for people and features change nothing", (request) => {
    const result = drawn(request);
    if (!result) return;
    const renamed = drawn({
      ...request,
      people: [...request.people].reverse().map(({ id, features, household }) => ({
        id: `x${100 - Number(id.slice(1))}`,
        features: Object.fromEntries(
          Object.entries(features).map(([name, value]) => [`z${9 - Number(name.slice(1))}`, value]),
        ),
        ...(household && { household }),
      })),
      quotas: request.quotas.map((quota) => ({ ...quota, feature: `z${9 - Number(quota.feature.slice(1))}` })),
    });
    const alike = new Map<string, number>();
    for (const { id, features, household } of request.people) {
      const chance = result.probabilities.get(id) ?? 0;
      expect(renamed?.probabilities.get(`x${100 - Number(id.slice(1))}`)).toBeCloseTo(chance, 6);
      if (householdKey(household) !== undefined) continue;
      const key = JSON.stringify(features);
      expect(alike.get(key) ?? chance).toBe(chance);
      alike.set(key, chance);
    }
  });

  law("an impossible draw becomes possible by each proposal, and its clash has no panel", (request) => {
    const quotas = request.quotas.map((quota, at) =>
      at % 3 === 0 ? { ...quota, min: quota.max + 1, max: quota.max + 1 } : quota,
    );
    const outcome = drawPanel({ ...request, quotas, algorithm: "quick" }, solver, undisturbed);
    if (outcome.status !== "infeasible") return;
    const { clash, relaxations, mostSeats } = outcome.impossible;
    if (mostSeats !== undefined) return;
    expect(relaxations.length).toBeGreaterThan(0);
    for (const relaxation of relaxations) {
      expect(enumeratePanels({ ...request, quotas: relaxQuotas(quotas, relaxation) }).length).toBeGreaterThan(0);
    }
    const kept = quotas.map((quota) => {
      const isKept = (bound: string) =>
        clash.some((side) => side.feature === quota.feature && side.value === quota.value && side.bound === bound);
      return { ...quota, min: isKept("min") ? quota.min : 0, max: isKept("max") ? quota.max : 99 };
    });
    expect(enumeratePanels({ ...request, quotas: kept })).toEqual([]);
  });
});
