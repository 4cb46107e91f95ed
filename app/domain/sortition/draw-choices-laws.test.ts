import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom } from "../kernel/random";
import { aDrawRequest, chancesBeside, undisturbed } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { enumeratePanels, leximinOf } from "../testing/sortition-enumeration";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import { forecastDraw } from "./forecast-draw";
import { householdKey } from "./household-key";
import type { Solver } from "./solver";

const runs = process.env.LONG ? 400 : 4;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const chosen = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 4, max: 10 }),
    seats: fc.integer({ min: 1, max: 4 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 1, max: 3 }),
    sharing: fc.constantFrom(0, 4, 8),
  })
  .map(({ seed, ...size }): DrawRequest => {
    const random = seededRandom(`choices ${seed}`);
    return { ...withChoices(aRandomRequest(random, size), random), lottery: 20 };
  });

function law(title: string, predicate: (request: DrawRequest) => void): void {
  it(title, () => fc.assert(fc.property(chosen, predicate), { numRuns: runs, verbose: 1 }), 600_000);
}

const draw = (request: DrawRequest) => drawPanel(request, solver, undisturbed);
const forecast = (request: DrawRequest) => forecastDraw(request, { solver, control: undisturbed });

describe("with people confirmed and people excluded", () => {
  law("a draw is possible exactly where some panel holds the confirmed and none of the excluded", (request) => {
    const panels = enumeratePanels(request);
    expect(draw(request).status).toBe(panels.length > 0 ? "drawn" : "infeasible");
    expect(forecast(request).status).toBe(panels.length > 0 ? "possible" : "infeasible");
  });

  law("chances are the optimum over all panels: 1 for the confirmed, 0 for the excluded", (request) => {
    const panels = enumeratePanels(request);
    const outcome = draw(request);
    if (outcome.status !== "drawn") return;
    const { probabilities, unreachableIds } = outcome.result;
    const best = leximinOf(
      panels,
      request.people.map(({ id }) => id),
      solver,
    );
    for (const [, ours, theirs] of chancesBeside(probabilities, best)) expect(ours).toBeCloseTo(theirs, 6);
    for (const id of request.confirmedIds ?? []) expect(probabilities.get(id)).toBe(1);
    for (const id of request.excludedIds ?? []) expect(probabilities.get(id)).toBe(0);
    const never = request.people.map(({ id }) => id).filter((id) => !panels.some((panel) => panel.includes(id)));
    expect([...unreachableIds].sort()).toEqual(never.filter((id) => !request.excludedIds?.includes(id)).sort());
  });

  law("every panel of the lottery is one of the panels that counting finds", (request) => {
    const outcome = draw(request);
    if (outcome.status !== "drawn") return;
    const known = new Set(enumeratePanels(request).map((panel) => [...panel].sort().join()));
    const { lottery, drawnIds } = outcome.result;
    for (const panel of lottery?.panels ?? []) expect(known).toContain([...panel].sort().join());
    expect(known).toContain([...drawnIds].sort().join());
  });

  law("somebody can be drawn exactly where the draw with them confirmed is possible", (request) => {
    const outcome = draw(request);
    if (outcome.status !== "drawn") return;
    const out = new Set([...outcome.result.unreachableIds, ...(request.excludedIds ?? [])]);
    for (const { id } of request.people) {
      if (request.excludedIds?.includes(id)) continue;
      const confirmedIds = [...new Set([...(request.confirmedIds ?? []), id])];
      expect([id, draw({ ...request, confirmedIds, lottery: 0, algorithm: "quick" }).status]).toEqual([
        id,
        out.has(id) ? "infeasible" : "drawn",
      ]);
    }
  });

  law("to exclude whom no panel contains changes nobody's chance", (request) => {
    const outcome = draw(request);
    if (outcome.status !== "drawn" || outcome.result.unreachableIds.length === 0) return;
    const excludedIds = [...(request.excludedIds ?? []), ...outcome.result.unreachableIds];
    const without = draw({ ...request, excludedIds });
    if (without.status !== "drawn") throw new Error(without.status);
    for (const [, before, after] of chancesBeside(outcome.result.probabilities, without.result.probabilities))
      expect(after).toBeCloseTo(before, 6);
  });

  law("a panel that is confirmed whole is drawn, and the only one", (request) => {
    const [panel] = enumeratePanels({ ...request, confirmedIds: [] });
    if (!panel) return;
    const outcome = draw({ ...request, confirmedIds: panel });
    if (outcome.status !== "drawn") throw new Error(outcome.status);
    expect(outcome.result.drawnIds).toEqual([...panel].sort());
    expect(outcome.result.lottery?.distinctPanels).toBe(1);
    expect(outcome.result.proof.exact).toBe(true);
  });

  law("nobody at the address of somebody confirmed is drawn", (request) => {
    const outcome = draw(request);
    if (outcome.status !== "drawn") return;
    const homeOf = new Map(request.people.map(({ id, household }) => [id, householdKey(household)]));
    for (const confirmed of request.confirmedIds ?? []) {
      for (const [id, chance] of outcome.result.probabilities) {
        const together = homeOf.get(id) !== undefined && homeOf.get(id) === homeOf.get(confirmed);
        if (id !== confirmed && together) expect(chance).toBe(0);
      }
    }
  });
});

describe("confirmed people at one address", () => {
  const people = aDrawRequest().people.map((person, at) => ({ ...person, household: [`${at >> 1} Elm`] }));
  const request = aDrawRequest({ people, households: true, confirmedIds: ["p00", "p01", "p04"] });

  it("are a reason of their own, one for each beyond the first", () => {
    const three = people.map((person, at) => (at < 3 ? { ...person, household: ["0 Elm"] } : person));
    const outcome = draw({ ...request, people: three, confirmedIds: ["p00", "p01", "p02"] });
    expect(outcome).toMatchObject({ status: "infeasible", impossible: { clash: [], relaxations: [] } });
    const reasons = outcome.status === "infeasible" ? outcome.impossible.reasons : [];
    expect(reasons.filter(({ code }) => code === "confirmed-share-household").map(({ data }) => data)).toEqual([
      { ids: ["p00", "p01"] },
      { ids: ["p00", "p02"] },
    ]);
  });

  it("are told by the forecast as by the draw", () => {
    expect(forecast(request)).toMatchObject({
      status: "infeasible",
      impossible: { reasons: [{ code: "confirmed-share-household", data: { ids: ["p00", "p01"] } }] },
    });
  });

  it("sit together where households do not count", () => {
    expect(draw({ ...request, households: false, confirmedIds: ["p00", "p01"] }).status).toBe("drawn");
  });
});
