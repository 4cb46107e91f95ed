import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { enumeratePanels, leximinOf } from "../testing/sortition-enumeration";
import type { DrawRequest, Quota } from "./draw-request";
import { forecastDraw } from "./forecast-draw";
import { measureTightness, rareChance, type Tightness } from "./measure-tightness";
import type { QuotaSide } from "./quota-sides";
import type { Solver } from "./solver";

const runs = process.env.LONG ? 300 : 4;
const control = undisturbed;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const tiny = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 4, max: 10 }),
    seats: fc.integer({ min: 1, max: 4 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 1, max: 4 }),
    sharing: fc.constantFrom(0, 4),
  })
  .map(({ seed, ...size }) => aRandomRequest(seededRandom(`forecast ${seed}`), size));

function law(title: string, predicate: (request: DrawRequest) => void): void {
  it(title, () => fc.assert(fc.property(tiny, predicate), { numRuns: runs, verbose: 1 }), 600_000);
}

const measured = (request: DrawRequest): Tightness | undefined => measureTightness(request, { solver, control });

/** The quotas with one seat more room on one side. */
function widened(quotas: readonly Quota[], { feature, value, bound }: Pick<QuotaSide, "feature" | "value" | "bound">) {
  return quotas.map((quota) => {
    if (quota.feature !== feature || quota.value !== value) return quota;
    return bound === "min" ? { ...quota, min: quota.min - 1 } : { ...quota, max: quota.max + 1 };
  });
}

describe("a forecast", () => {
  law("says of exactly the people of rare chance in no panel that they are never drawn", (request) => {
    const panels = enumeratePanels(request);
    const forecast = forecastDraw(request, { solver, control });
    if (forecast.status !== "possible") return;
    const never = request.people.map(({ id }) => id).filter((id) => !panels.some((panel) => panel.includes(id)));
    const rare = new Set(forecast.tightness.rareIds);
    expect(forecast.neverIds).toEqual(never.filter((id) => rare.has(id)).sort());
  });

  law("promises at least the chance that the best draw gives", (request) => {
    const panels = enumeratePanels(request);
    const forecast = forecastDraw(request, { solver, control });
    if (forecast.status !== "possible" || forecast.tightness.rareIds.length > 0) return;
    const ids = request.people.map(({ id }) => id);
    const best = [...leximinOf(panels, ids, solver).values()];
    expect(forecast.tightness.minimum).toBeGreaterThanOrEqual(Math.min(...best) - 1e-7);
    expect(forecast.tightness.minimum).toBeLessThanOrEqual(request.seats / ids.length + 1e-7);
  });

  it("is the same whatever the seed and the algorithm: nobody is drawn", () => {
    const forecasts = (["leximin", "nash", "quick"] as const).map((algorithm) =>
      forecastDraw(aDrawRequest({ algorithm, seed: algorithm }), { solver, control }),
    );
    expect(new Set(forecasts.map((forecast) => JSON.stringify(forecast))).size).toBe(1);
  });

  it("of a panel that is confirmed whole has nothing to tell", () => {
    const confirmedIds = ["p00", "p02", "p01", "p05"];
    expect(forecastDraw(aDrawRequest({ confirmedIds }), { solver, control })).toEqual({
      status: "possible",
      tightness: { minimum: 0, prices: [], rareIds: [] },
      neverIds: [],
    });
  });
});

describe("the price of a quota", () => {
  law("is what the least chance rises by when it has one seat more room", (request) => {
    const tightness = measured(request);
    if (!tightness || tightness.rareIds.length > 0) return;
    for (const { gain, ...side } of tightness.prices) {
      const wider = measured({ ...request, quotas: widened(request.quotas, side) });
      expect(gain).toBeCloseTo(Math.max(0, (wider?.minimum ?? 0) - tightness.minimum), 7);
    }
  });

  law("is told for every side that can hold anybody back, dearest first", (request) => {
    const tightness = measured(request);
    if (!tightness || tightness.rareIds.length > 0) return;
    const gains = tightness.prices.map(({ gain }) => gain);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    const told = new Set(tightness.prices.map(({ feature, value, bound }) => `${feature} ${value} ${bound}`));
    for (const { feature, value, min } of request.quotas) {
      for (const bound of ["min", "max"] as const) {
        if (told.has(`${feature} ${value} ${bound}`) || (bound === "min" && min === 0)) continue;
        const wider = measured({ ...request, quotas: widened(request.quotas, { feature, value, bound }) });
        expect(wider?.minimum).toBeCloseTo(tightness.minimum, 7);
      }
    }
  });
});

test("tightness is nothing where not even an average meets the quotas, or no seat is left", () => {
  const quotas = [aQuota("age", "young", [3, 3]), aQuota("age", "old", [2, 2])];
  expect(measured(aDrawRequest({ quotas }))).toBeUndefined();
  expect(measured(aDrawRequest({ confirmedIds: ["p00", "p02", "p01", "p05"] }))).toBeUndefined();
  expect(measured(aDrawRequest({ excludedIds: aDrawRequest().people.map(({ id }) => id) }))).toBeUndefined();
});

test("a chance of exactly 1 in 200 is not rare, and anything less is", () => {
  const pool = (people: number) => ({
    people: Array.from({ length: people }, (_, at) => aDrawCandidate(`p${at}`, { who: "any" })),
    quotas: [aQuota("who", "any", [0, 1])],
    seats: 1,
  });
  expect(rareChance).toBe(1 / 200);
  expect(measured(aDrawRequest(pool(200)))?.rareIds).toEqual([]);
  expect(measured(aDrawRequest(pool(201)))?.rareIds).toHaveLength(201);
});
