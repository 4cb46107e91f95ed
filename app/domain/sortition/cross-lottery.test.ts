import { beforeAll, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, uniformBelow } from "../kernel/random";
import { undisturbed } from "../testing/sortition";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Quotas that every panel meets with equality, so that no single seat can go to another value. */
function aTightRequest(seed: string, homes: boolean): DrawRequest {
  const random = seededRandom(seed);
  const limits = [2, 3, 4, 6];
  const seats = 24;
  const people = Array.from({ length: 330 }, (_, at) => ({
    id: `p${at}`,
    features: Object.fromEntries(
      limits.map((limit, feature) => [
        `f${feature}`,
        `v${Math.min(uniformBelow(random, limit), uniformBelow(random, limit))}`,
      ]),
    ),
    ...(homes && { household: [uniformBelow(random, 5) === 0 ? `${uniformBelow(random, 25)} Elm` : `${at} Oak`] }),
  }));
  const quotas = limits.flatMap((limit, feature) =>
    Array.from({ length: limit }, (_, value) => ({
      ...{ feature: `f${feature}`, value: `v${value}` },
      ...{ min: seats / limit, max: seats / limit },
    })),
  );
  return { people, quotas, seats, households: homes, algorithm: "leximin", lottery: 1000, seed };
}

it.each([2, 3].flatMap((seed) => [`tight ${seed}`, `tight ${seed} with households`]))(
  "where no seat can go to another value, everybody is in as many panels as the probability says (%s)",
  (seed) => {
    const outcome = drawPanel(aTightRequest(seed, seed.endsWith("households")), solver, undisturbed);
    if (outcome.status !== "drawn") throw new Error(JSON.stringify(outcome).slice(0, 500));
    const { probabilities, lottery } = outcome.result;
    for (const [id, count] of lottery?.counts ?? []) {
      const fair = 1000 * (probabilities.get(id) ?? 0);
      expect(count).toBeGreaterThanOrEqual(Math.floor(fair + 1e-4));
      expect(count).toBeLessThanOrEqual(Math.ceil(fair - 1e-4));
    }
  },
);
