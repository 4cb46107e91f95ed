import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { enumeratePanels } from "../testing/sortition-enumeration";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const pools = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 6, max: 11 }),
    seats: fc.integer({ min: 2, max: 5 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 2, max: 3 }),
    sharing: fc.constantFrom(0, 5),
  })
  .map(({ seed, ...size }): DrawRequest => {
    const random = seededRandom(`diverse ${seed}`);
    const request = { ...aRandomRequest(random, size), lottery: 4, algorithm: "diversimax" as const };
    // Every third pool asks for nothing of its first feature: it is spread over seats all the same.
    const quotas = request.quotas.map((quota) =>
      seed % 3 === 0 && quota.feature === "f0" ? { ...quota, min: 0, max: size.seats } : quota,
    );
    return seed % 2 === 0 ? { ...request, quotas } : withChoices({ ...request, quotas }, random);
  });

/** Every set of features but the empty one. */
function subsets(features: readonly string[]): string[][] {
  return Array.from({ length: 2 ** features.length - 1 }, (_, set) =>
    features.filter((_, at) => ((set + 1) >> at) & 1),
  );
}

/** How far a panel is from equal cells: over every table of features that it could fill, and that the pool could fill twice. */
function unevenness(request: DrawRequest, present: DrawRequest["people"], panel: readonly string[]): number {
  const features = [...new Set(request.quotas.map(({ feature }) => feature))];
  return subsets(features).reduce((sum, set) => {
    const cellOf = ({ features: values }: DrawRequest["people"][number]) =>
      set.map((feature) => values[feature]).join();
    const sizes = set.map((feature) => new Set(present.map(({ features: values }) => values[feature])).size);
    const cells = sizes.reduce((product, size) => product * size, 1);
    if (cells > request.seats || present.length < 2 * cells) return sum;
    const names = new Set(present.map(cellOf));
    return [...names].reduce((total, name) => {
      const seats = present.filter((person) => panel.includes(person.id) && cellOf(person) === name).length;
      return total + Math.abs(seats - request.seats / cells);
    }, sum);
  }, 0);
}

describe("the most diverse panel", () => {
  it("is as near to equal cells as any panel there is, in all panels of its lottery", () => {
    fc.assert(
      fc.property(pools, (request) => {
        const panels = enumeratePanels(request);
        const outcome = drawPanel(request, solver, undisturbed);
        expect(outcome.status === "drawn").toBe(panels.length > 0);
        if (outcome.status !== "drawn") return;
        const out = new Set(request.excludedIds ?? []);
        const confirmedHomes = atHomesOfConfirmed(request);
        const present = request.people.filter(({ id }) => !out.has(id) && !confirmedHomes.has(id));
        const best = Math.min(...panels.map((panel) => unevenness(request, present, panel)));
        for (const panel of outcome.result.lottery?.panels ?? [])
          expect(unevenness(request, present, panel)).toBeCloseTo(best, 6);
        expect(outcome.result.proof.exact).toBe(true);
      }),
      { numRuns: process.env.LONG ? 400 : 8, verbose: 1 },
    );
  }, 600_000);

  it("takes one of each where there is one seat for each, though chances are then far from equal", () => {
    const people = Array.from({ length: 20 }, (_, at) => aDrawCandidate(`p${at}`, { age: at < 2 ? "young" : "old" }));
    const quotas = [aQuota("age", "young", [0, 2]), aQuota("age", "old", [0, 2])];
    const request = aDrawRequest({ people, quotas, seats: 2, algorithm: "diversimax" });
    const outcome = drawPanel(request, solver, undisturbed);
    if (outcome.status !== "drawn") throw new Error(outcome.status);
    const { probabilities, equalised } = outcome.result;
    expect([probabilities.get("p0"), probabilities.get("p19")]).toEqual([1 / 2, 1 / 18]);
    expect(equalised).toBe(false);
  });
});

/** People who live with somebody confirmed: they are out of the pool. */
function atHomesOfConfirmed({ people, confirmedIds = [], households }: DrawRequest): Set<string> {
  const homeOf = (id: string) => people.find((person) => person.id === id)?.household?.join();
  const homes = new Set(households ? confirmedIds.map(homeOf).filter((home) => home && !home.startsWith(",")) : []);
  return new Set(people.flatMap(({ id }) => (homes.has(homeOf(id)) && !confirmedIds.includes(id) ? [id] : [])));
}
