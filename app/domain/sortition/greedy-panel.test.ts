import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, uniform } from "../kernel/random";
import { aDrawCandidate, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { enumeratePanels } from "../testing/sortition-enumeration";
import { isPanel } from "./check-panel";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import { greedyPanel } from "./greedy-panel";
import { groupPeople } from "./group-people";
import { panelRows } from "./panel-model";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Two features of which every value occurs twice, each at most once in a panel. */
function aTwiceRequest(people: number, seats: number): DrawRequest {
  const candidates = Array.from({ length: people }, (_, at) =>
    aDrawCandidate(`p${at}`, { a: `a${at >> 1}`, b: `b${((at * 7919) % people) >> 1}` }),
  );
  const quotas = ["a", "b"].flatMap((feature) =>
    Array.from({ length: people / 2 }, (_, value) => aQuota(feature, `${feature}${value}`, [0, 1])),
  );
  return { people: candidates, quotas, seats, algorithm: "leximin", seed: "twice" };
}

it("a greedy panel is a panel, and no panel weighs more than its bound", () => {
  const pools = fc
    .record({ seed: fc.integer(), people: fc.integer({ min: 4, max: 11 }), seats: fc.integer({ min: 1, max: 4 }) })
    .map(({ seed, ...size }) => ({
      seed,
      request: aRandomRequest(seededRandom(`greedy ${seed}`), { ...size, features: 2, values: 3, sharing: 3 }),
    }));
  const law = fc.property(pools, ({ seed, request }) => {
    const pool = groupPeople(request);
    const random = seededRandom(`${seed}`);
    const weights = Float64Array.from(pool.classes, () => uniform(random) - 0.3);
    const rows = panelRows(pool);
    const rowsOf = pool.classes.map((_, at) =>
      Int32Array.from(rows.flatMap(({ columns }, row) => (Array.from(columns).includes(at) ? [row] : []))),
    );
    const upper = Float64Array.from(pool.classes, ({ cap }) => cap);
    const lower = new Float64Array(upper.length);
    const { counts, bound } = greedyPanel(weights, { seats: pool.seats, lower, upper, rows, rowsOf });
    if (counts) expect(isPanel(pool, counts)).toBe(true);
    for (const panel of enumeratePanels(request)) {
      const worth = pool.classes.reduce(
        (sum, { members }, at) =>
          sum + (weights[at] ?? 0) * members.filter((one) => panel.includes(pool.people[one]?.id ?? "")).length,
        0,
      );
      expect(worth).toBeLessThanOrEqual(bound + 1e-9);
    }
  });
  fc.assert(law, { numRuns: process.env.LONG ? 400 : 40, verbose: 1 });
});

it("a pool with a quota for every two people is drawn as equally as can be, and proven", () => {
  const outcome = drawPanel(aTwiceRequest(400, 40), solver, undisturbed);
  if (outcome.status !== "drawn") throw new Error(JSON.stringify(outcome).slice(0, 500));
  const { minProbability, maxProbability, proof, lottery } = outcome.result;
  expect([minProbability, maxProbability].map((one) => Math.round(one * 1e9) / 1e9)).toEqual([0.1, 0.1]);
  expect(proof.exact).toBe(true);
  expect(new Set(lottery?.counts.values())).toEqual(new Set([100]));
});
