import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { atOnce, readTable } from "../kernel/read-table";
import { readPeople } from "../recruitment/read-people";
import { readQuotas } from "../recruitment/read-quotas";
import { drawnFrom, undisturbed } from "../testing/sortition";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import type { DrawResult } from "./draw-result";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const drawn = (request: DrawRequest): DrawResult => drawnFrom(request, solver);

function instance(name: string): DrawRequest {
  const table = (file: string) => {
    const read = atOnce(readTable(readFileSync(new URL(`./testdata/${name}/${file}.csv`, import.meta.url))));
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value;
  };
  const { quotas } = readQuotas(table("categories"));
  const { people } = readPeople(table("respondents"), quotas, {});
  return { people, quotas, seats: Number(name.split("_").at(-1)), algorithm: "leximin", seed: "test" };
}

describe("the public instances", () => {
  it.each([
    ["example_small_20", { minimum: 0.1, gini: 0, mean: 0.1, mostOff: 0 }],
    ["example_large_200", { minimum: 0.1, gini: 0, mean: 0.1, mostOff: 0 }],
    ["bench_500_75", { minimum: 0.15, gini: 0, mean: 0.15, mostOff: 1 }],
    ["bench_750_112", { minimum: 112 / 750, gini: 0, mean: 112 / 750, mostOff: 1 }],
    ["synthetic_sfe_like_110", { minimum: 0.028_747_423_5, gini: 0.514, mean: 0.0369, mostOff: 1 }],
  ])("%s meets its known optimum, and everybody's count follows", (name, { minimum, gini, mean, mostOff }) => {
    const { minProbability, proof, lottery, probabilities, ...measures } = drawn(instance(name));
    expect(minProbability).toBeCloseTo(minimum, 7);
    expect(measures.gini).toBeCloseTo(gini, 3);
    expect(measures.geometricMean).toBeCloseTo(mean, 4);
    expect(proof.exact).toBe(true);
    const off = [...(lottery?.counts ?? [])].map(([id, count]) =>
      Math.abs(count - 1000 * (probabilities.get(id) ?? 0)),
    );
    expect(Math.max(...off)).toBeLessThanOrEqual(mostOff + 1e-6);
  });
});

it("stops when asked and says so", () => {
  let asked = 0;
  const outcome = drawPanel(instance("bench_500_75"), solver, { ...undisturbed, stopAsked: () => ++asked > 40 });
  expect(outcome.status).toBe("stopped");
});
