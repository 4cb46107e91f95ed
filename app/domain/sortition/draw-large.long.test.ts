import { expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { type Random, seededRandom, uniformBelow } from "../kernel/random";
import { undisturbed } from "../testing/sortition";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";

const values = [2, 6, 8, 4, 3, 5];

/** People of more than 2,000 classes who lean towards the first values, and quotas of one seat around equal parts. */
function aLargeRequest(seed: string, homes: boolean): DrawRequest {
  const random = seededRandom(seed);
  const pick = (limit: number): number => uniformBelow(random, limit);
  const people = Array.from({ length: 6000 }, (_, at) => ({
    id: `p${String(at).padStart(4, "0")}`,
    features: Object.fromEntries(values.map((limit, feature) => [`f${feature}`, `v${leaning(limit, random)}`])),
    ...(homes && { household: [pick(10) < 2 ? `${pick(500)} Elm` : `${at} Oak`] }),
  }));
  const seats = 120;
  const quotas = values.flatMap((limit, feature) =>
    Array.from({ length: limit }, (_, value) => ({
      ...{ feature: `f${feature}`, value: `v${value}` },
      ...{ min: Math.floor(seats / limit), max: Math.ceil(seats / limit) + 1 },
    })),
  );
  return { people, quotas, seats, households: homes, algorithm: "leximin", seed };
}

function leaning(limit: number, random: Random): number {
  return uniformBelow(random, 4) === 0
    ? Math.min(uniformBelow(random, limit), uniformBelow(random, limit))
    : uniformBelow(random, limit);
}

for (const homes of [false, true]) {
  it(`a pool of more than 2,000 classes is within 0.5 % of its bound${homes ? ", households too" : ""}`, async () => {
    const outcome = drawPanel(aLargeRequest("large 1", homes), await highsSolver(), undisturbed);
    if (outcome.status !== "drawn") throw new Error(JSON.stringify(outcome).slice(0, 500));
    const { minProbability, proof, lottery, probabilities } = outcome.result;
    expect(minProbability).toBeGreaterThanOrEqual(0.995 * proof.bound);
    expect(proof.gap).toBeLessThanOrEqual(0.005 * proof.bound);
    for (const [id, count] of lottery?.counts ?? []) expect(offBy(count, 1000 * (probabilities.get(id) ?? 0))).toBe(0);
  }, 900_000);
}

/** How far a count is from the floor or the ceiling of what it should be. */
function offBy(count: number, fair: number): number {
  return Math.max(0, Math.floor(fair + 1e-4) - count, count - Math.ceil(fair - 1e-4));
}
