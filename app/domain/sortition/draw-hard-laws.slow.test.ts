import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, shuffled } from "../kernel/random";
import { undisturbed } from "../testing/sortition";
import { clashByCounting } from "../testing/sortition-clash";
import { enumeratePanels, leximinOf } from "../testing/sortition-enumeration";
import { aStructuredRequest, poolShapes } from "../testing/sortition-structured";
import { drawPanel } from "./draw-panel";
import type { DrawAlgorithm, DrawRequest } from "./draw-request";
import type { DrawResult } from "./draw-result";
import { relaxQuotas } from "./propose-relaxations";
import { type Solver, withModel } from "./solver";

const runs = process.env.LONG ? 600 : 12;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const hard = fc
  .record({ shape: fc.constantFrom(...poolShapes.filter((shape) => shape !== "clash")), seed: fc.integer() })
  .map(({ shape, seed }) => aStructuredRequest(shape, seededRandom(`${seed}`)));
const clashing = fc.integer().map((seed) => aStructuredRequest("clash", seededRandom(`${seed}`)));

function law(title: string, requests: fc.Arbitrary<DrawRequest>, predicate: (request: DrawRequest) => void): void {
  it(title, () => fc.assert(fc.property(requests, predicate), { numRuns: runs, verbose: 1 }), 900_000);
}

function drawn(request: DrawRequest, algorithm: DrawAlgorithm): DrawResult | undefined {
  const outcome = drawPanel({ ...request, algorithm }, solver, undisturbed);
  if (outcome.status === "drawn") return outcome.result;
  if (outcome.status === "infeasible") return undefined;
  throw new Error(JSON.stringify(outcome));
}

/** Everybody with the panels that contain them, apart from those in none. */
function membership(request: DrawRequest): { panels: string[][]; inside: string[] } {
  const panels = enumeratePanels(request);
  return { panels, inside: request.people.map(({ id }) => id).filter((id) => panels.some((one) => one.includes(id))) };
}

describe("in pools where averages promise what panels cannot give", () => {
  law("leximin is the optimum over all panels, proven, and everybody's count follows", hard, (request) => {
    const { panels, inside } = membership(request);
    const result = drawn(request, "leximin");
    expect(result !== undefined).toBe(panels.length > 0);
    if (!result) return;
    const ids = request.people.map(({ id }) => id);
    expect([...result.unreachableIds].sort()).toEqual(ids.filter((id) => !inside.includes(id)).sort());
    for (const [id, chance] of leximinOf(panels, ids, solver)) {
      expect(result.probabilities.get(id)).toBeCloseTo(chance, 6);
      const count = result.lottery?.counts.get(id) ?? -1;
      expect(Math.floor(1000 * chance + 1e-3) <= count && count <= Math.ceil(1000 * chance - 1e-3)).toBe(true);
    }
    expect([result.proof.exact, result.proof.gap < 1e-7]).toEqual([true, true]);
  });

  law("Nash has the largest product: no panel is worth more than the average one", hard, (request) => {
    const { panels, inside } = membership(request);
    const chances = drawn(request, "nash")?.probabilities;
    if (!chances) return;
    const worth = panels.map((panel) => panel.reduce((sum, id) => sum + 1 / (chances.get(id) ?? 0), 0));
    expect(Math.max(...worth) / inside.length).toBeLessThan(1 + 1e-3);
  });

  law("Goldilocks has the smallest sum of largest and inverse smallest probability", hard, (request) => {
    const { panels, inside } = membership(request);
    const result = drawn(request, "goldilocks");
    if (!result) return;
    const mean = request.seats / inside.length;
    const price = (least: number, most: number): number => most / mean + mean / least;
    const ours = price(result.minProbability, result.maxProbability);
    for (const times of [0.5, 0.8, 0.95, 0.99, 1, 1.01, 1.05, 1.3, 2]) {
      const least = result.minProbability * times;
      const most = smallestMaximum({ panels, inside, least });
      if (most !== undefined) expect(ours).toBeLessThanOrEqual(price(least, most) + 1e-6);
    }
  });

  law("the order of rows, columns and quotas changes nothing", hard, (request) => {
    const random = seededRandom("order");
    const turned = {
      ...request,
      quotas: shuffled(request.quotas, random),
      people: shuffled(request.people, random).map((person) => ({
        ...person,
        features: Object.fromEntries(Object.entries(person.features).reverse()),
      })),
    };
    const [one, two] = [drawn(request, "leximin"), drawn(turned, "leximin")];
    expect(two?.probabilities).toEqual(one?.probabilities);
    expect(two?.lottery).toEqual(one?.lottery);
    expect(two?.drawnIds).toEqual(one?.drawnIds);
  });
});

describe("quotas that clash", () => {
  law("are named by a smallest set, and the first proposal is the least", clashing, (request) => {
    const outcome = drawPanel({ ...request, algorithm: "quick" }, solver, undisturbed);
    expect(outcome.status === "drawn").toBe(enumeratePanels(request).length > 0);
    if (outcome.status !== "infeasible") return;
    const counted = clashByCounting(request);
    const { clash, relaxations } = outcome.impossible;
    if (!counted) return expect([clash, relaxations]).toEqual([[], []]);
    expect(clash).toHaveLength(counted.smallest);
    const [first] = relaxations;
    expect([first?.seats, first?.beyondFlex]).toEqual([counted.seats, counted.beyondFlex]);
    expect(first?.weight).toBeCloseTo(counted.weight, 9);
    for (const relaxation of relaxations) {
      const quotas = relaxQuotas(request.quotas, relaxation);
      expect(enumeratePanels({ ...request, quotas }).length).toBeGreaterThan(0);
      if (relaxation.beyondFlex) continue;
      request.quotas.forEach(({ minFlex = 0, maxFlex = 99 }, at) => {
        expect((quotas[at]?.min ?? 0) >= minFlex && (quotas[at]?.max ?? 0) <= maxFlex).toBe(true);
      });
    }
  });
});

/** The smallest largest probability when everybody has at least `least`; nothing when that cannot be. */
function smallestMaximum({ panels, inside, least }: { panels: string[][]; inside: string[]; least: number }) {
  const all = panels.map((_, at) => at);
  const infinite = Number.POSITIVE_INFINITY;
  const rows = inside.flatMap((id) => {
    const columns = panels.flatMap((panel, at) => (panel.includes(id) ? [at] : []));
    const values = columns.map(() => 1);
    return [
      { lower: least, upper: infinite, columns, values },
      { lower: -infinite, upper: 0, columns: [...columns, all.length], values: [...values, -1] },
    ];
  });
  const model = {
    costs: [...all.map(() => 0), -1],
    lower: new Float64Array(all.length + 1),
    upper: new Float64Array(all.length + 1).fill(1),
    rows: [...rows, { lower: 1, upper: 1, columns: all, values: all.map(() => 1) }],
  };
  return withModel(solver, model, (opened) => {
    const solution = opened.solve();
    return solution.status === "optimal" ? -solution.objective : undefined;
  });
}
