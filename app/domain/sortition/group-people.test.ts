import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom } from "../kernel/random";
import { aDrawCandidate, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import { groupPeople } from "./group-people";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const own = (id: string): Record<string, string> => ({ badge: `badge ${id}`, phone: `phone ${id}` });

/** The same request with features of which everybody has a value of their own. */
function withOwnValues(request: DrawRequest): DrawRequest {
  const people = request.people.map((person) => ({ ...person, features: { ...person.features, ...own(person.id) } }));
  const quotas = people.flatMap(({ id }) =>
    Object.entries(own(id)).map(([feature, value]) => aQuota(feature, value, [0, 1])),
  );
  return { ...request, people, quotas: [...request.quotas, ...quotas] };
}

it("a value of one's own makes no class and no rule, whatever the number of people", () => {
  const people = Array.from({ length: 3000 }, (_, at) => aDrawCandidate(`${at}`, own(`${at}`)));
  const quotas = people.flatMap(({ id }) =>
    Object.entries(own(id)).map(([feature, value]) => aQuota(feature, value, [0, 1])),
  );
  const request = { people, quotas, seats: 150, algorithm: "leximin" as const, seed: "own" };
  const { classes, rules } = groupPeople(request);
  expect([classes.length, rules.length]).toEqual([1, 1]);
  const outcome = drawPanel(request, solver, undisturbed);
  expect(outcome.status === "drawn" && [outcome.result.minProbability, outcome.result.proof.exact]).toEqual([
    0.05,
    true,
  ]);
});

it("a value that must have a seat, or may have none, stays a class of its own", () => {
  const people = ["a", "b", "c", "d"].map((id) => aDrawCandidate(id, { badge: id }));
  const bounds = { a: [1, 1], b: [0, 0], c: [0, 1], d: [0, 1] } as const;
  const quotas = Object.entries(bounds).map(([id, limits]) => aQuota("badge", id, limits));
  const outcome = drawPanel({ people, quotas, seats: 2, algorithm: "leximin", seed: "own" }, solver, undisturbed);
  expect(
    outcome.status === "drawn" &&
      [...outcome.result.probabilities.values()].map((chance) => Math.round(chance * 1e9) / 1e9),
  ).toEqual([1, 0, 0.5, 0.5]);
});

it("values of one's own change nobody's chance", () => {
  const pools = fc
    .record({ seed: fc.integer(), people: fc.integer({ min: 4, max: 11 }), seats: fc.integer({ min: 1, max: 4 }) })
    .map(({ seed, ...size }) =>
      aRandomRequest(seededRandom(`own ${seed}`), { ...size, features: 2, values: 3, sharing: 3 }),
    );
  const law = fc.property(pools, (request) => {
    const [plain, named] = [
      drawPanel(request, solver, undisturbed),
      drawPanel(withOwnValues(request), solver, undisturbed),
    ];
    expect(named.status).toBe(plain.status);
    if (plain.status !== "drawn" || named.status !== "drawn") return;
    for (const [id, chance] of plain.result.probabilities)
      expect(named.result.probabilities.get(id)).toBeCloseTo(chance, 6);
  });
  fc.assert(law, { numRuns: process.env.LONG ? 400 : 25, verbose: 1 });
}, 600_000);
