import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, uniformBelow } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { drawPanel } from "./draw-panel";
import { type DrawAlgorithm, type DrawRequest, drawAlgorithms } from "./draw-request";
import type { DrawResult } from "./draw-result";
import { householdKey } from "./household-key";
import { measureEquality } from "./measure-equality";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

function drawn(request: DrawRequest): DrawResult | undefined {
  const outcome = drawPanel(request, solver, undisturbed);
  return outcome.status === "drawn" ? outcome.result : undefined;
}

const requests = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 5, max: 16 }),
    seats: fc.integer({ min: 1, max: 5 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 2, max: 3 }),
    sharing: fc.constantFrom(0, 6),
    algorithm: fc.constantFrom<DrawAlgorithm>(...drawAlgorithms),
    lottery: fc.constantFrom(0, 1, 10),
  })
  .map(({ seed, algorithm, lottery, ...size }): DrawRequest => {
    const random = seededRandom(`result ${seed}`);
    return { ...withChoices(aRandomRequest(random, size), random), algorithm, lottery };
  });

function law(title: string, predicate: (request: DrawRequest, result: DrawResult) => void): void {
  const property = fc.property(requests, (request) => {
    const result = drawn(request);
    if (result) predicate(request, result);
  });
  it(title, () => fc.assert(property, { numRuns: process.env.LONG ? 300 : 5, verbose: 1 }), 600_000);
}

describe("the result of every draw", () => {
  law(
    "tells everybody's chance, between never and always, and all of them together are the seats",
    (request, result) => {
      expect([...result.probabilities.keys()].sort()).toEqual(request.people.map(({ id }) => id).sort());
      const chances = [...result.probabilities.values()];
      expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(request.seats, 6);
      for (const id of [...result.unreachableIds, ...result.excludedIds]) expect(result.probabilities.get(id)).toBe(0);
    },
  );

  law("measures how equal chances are over those whom a panel can contain", (request, result) => {
    const homes = new Map(request.people.map(({ id, household }) => [id, householdKey(household)]));
    const confirmed = new Set((request.confirmedIds ?? []).flatMap((id) => homes.get(id) ?? []));
    const barred = (id: string) => confirmed.has(homes.get(id) ?? "nowhere") && !request.confirmedIds?.includes(id);
    const out = new Set([...result.unreachableIds, ...result.excludedIds]);
    const inside = [...result.probabilities].filter(([id]) => !out.has(id) && !barred(id)).map(([, chance]) => chance);
    const { minimum, maximum, gini, geometricMean } = measureEquality(inside);
    expect([result.minProbability, result.maxProbability]).toEqual([minimum, maximum]);
    expect(result.gini).toBeCloseTo(gini, 9);
    expect(result.geometricMean).toBeCloseTo(geometricMean, 9);
  });

  law(
    "has a report whose sums are the pool's, the seats' and the panel's",
    (request, { report, drawnIds, probabilities }) => {
      for (const { feature, value, pool, expected, drawn: seats, min, max } of report.values) {
        const own = request.people.filter(({ features }) => features[feature] === value);
        expect(pool).toBe(own.length);
        expect(seats).toBe(own.filter(({ id }) => drawnIds.includes(id)).length);
        expect(min <= seats && seats <= max).toBe(true);
        expect(expected).toBeCloseTo(
          own.reduce((sum, { id }) => sum + (probabilities.get(id) ?? 0), 0),
          9,
        );
        expect(min - 1e-6 <= expected && expected <= max + 1e-6).toBe(true);
      }
      expect(report.values).toHaveLength(request.quotas.length);
    },
  );

  law(
    "says what it proves: a gap that is none where it is exact, and a bound that no chance passes",
    (request, result) => {
      const { exact, bound, gap } = result.proof;
      expect(gap >= 0 && bound >= 0 && bound <= 1).toBe(true);
      if (exact) expect(gap).toBeLessThan(1e-6);
      const fair = request.algorithm === "leximin" || request.algorithm === "maximin";
      if (fair && (request.confirmedIds?.length ?? 0) < request.seats) {
        expect(result.minProbability).toBeLessThanOrEqual(bound + 1e-6);
        expect(result.minProbability).toBeGreaterThanOrEqual(bound - gap - 1e-6);
      }
      expect(result.equalised).toBe(request.algorithm !== "quick" && request.algorithm !== "diversimax");
    },
  );

  law(
    "repeats what was asked, the excluded once and sorted, and names those whose address is not known",
    (request, result) => {
      expect([result.algorithm, result.seats, result.seed]).toEqual([request.algorithm, request.seats, request.seed]);
      expect(result.excludedIds).toEqual([...new Set(request.excludedIds)].sort());
      const unknown = request.people.filter(({ household }) => householdKey(household) === undefined);
      expect(result.addressUnknownIds).toEqual(unknown.map(({ id }) => id).sort());
      expect(result.lottery?.panels.length ?? 0).toBe(request.lottery);
      expect(result.panels).toBeGreaterThan(0);
    },
  );
});

describe("a pool without any rule", () => {
  it("gives everybody the same chance, whatever the algorithm that equalises, and every lottery follows", () => {
    const random = seededRandom("no rule");
    for (const algorithm of ["leximin", "maximin", "nash", "goldilocks"] as const) {
      const count = 3 + uniformBelow(random, 20);
      const seats = 1 + uniformBelow(random, count);
      const people = Array.from({ length: count }, (_, at) => aDrawCandidate(`p${at}`, { who: "any" }));
      const quotas = [aQuota("who", "any", [0, count])];
      const result = drawn(aDrawRequest({ people, quotas, seats, algorithm, lottery: 30 }));
      for (const chance of result?.probabilities.values() ?? []) expect(chance).toBeCloseTo(seats / count, 7);
      for (const times of result?.lottery?.counts.values() ?? [])
        expect([Math.floor((30 * seats) / count), Math.ceil((30 * seats) / count)]).toContain(times);
      expect(result?.gini).toBeCloseTo(0, 7);
    }
  });

  it("of two households gives a large one no more than a small one: what one has more of is residents, not seats", () => {
    const people = [
      ...["a", "b", "c"].map((id) => aDrawCandidate(id, { who: "any" }, ["1 Elm"])),
      aDrawCandidate("d", { who: "any" }, ["2 Elm"]),
    ];
    const request = aDrawRequest({
      people,
      quotas: [aQuota("who", "any", [0, 4])],
      seats: 2,
      households: true,
      lottery: 30,
    });
    const result = drawn(request);
    expect(["a", "b", "c", "d"].map((id) => result?.lottery?.counts.get(id))).toEqual([10, 10, 10, 30]);
  });
});
