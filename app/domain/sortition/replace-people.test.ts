import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, shuffled, uniformBelow } from "../kernel/random";
import { panelHolds } from "../recruitment/recheck-panel";
import { undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { enumeratePanels } from "../testing/sortition-enumeration";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import { householdKey } from "./household-key";
import { alternatesRequest, replacementRequest } from "./replace-people";
import type { Solver } from "./solver";
import { validateRequest } from "./validate-request";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const drawings = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 6, max: 11 }),
    seats: fc.integer({ min: 2, max: 4 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 1, max: 3 }),
    sharing: fc.constantFrom(0, 5),
  })
  .map(({ seed, ...size }) => {
    const random = seededRandom(`replace ${seed}`);
    const request: DrawRequest = { ...aRandomRequest(random, size), algorithm: "quick", lottery: 0 };
    const panels = enumeratePanels(request);
    const panelIds = panels[uniformBelow(random, Math.max(1, panels.length))] ?? [];
    const count = 1 + uniformBelow(random, size.seats);
    return { request, panelIds, count, random };
  });
type Drawing = typeof drawings extends fc.Arbitrary<infer T> ? T : never;

function law(title: string, predicate: (drawing: Drawing) => void, numRuns = process.env.LONG ? 400 : 30): void {
  it(title, () => fc.assert(fc.property(drawings, predicate), { numRuns, verbose: 1 }), 600_000);
}

describe("alternates", () => {
  law(
    "are nobody of the panel, nobody at an address of theirs, and nobody excluded before",
    ({ request, panelIds, count }) => {
      const before = { ...request, excludedIds: request.people.slice(0, 1).map(({ id }) => id) };
      const { excludedIds = [], confirmedIds, people } = alternatesRequest(before, { panelIds, count });
      const out = new Set(excludedIds);
      const homes = new Set(
        people.filter(({ id }) => panelIds.includes(id)).flatMap((one) => householdKey(one.household) ?? []),
      );
      for (const { id, household } of people) {
        const isNeighbour = homes.has(householdKey(household) ?? "nowhere");
        const expected = panelIds.includes(id) || isNeighbour || before.excludedIds.includes(id);
        expect([id, out.has(id)]).toEqual([id, expected]);
      }
      expect(confirmedIds).toEqual([]);
    },
  );

  law("have the panel's quotas in proportion, rounded outwards and no further", ({ request, panelIds, count }) => {
    const { quotas, seats } = alternatesRequest(request, { panelIds, count });
    const share = count / request.seats;
    expect(seats).toBe(count);
    quotas.forEach(({ min, max }, at) => {
      const { min: least = 0, max: most = 0 } = request.quotas[at] ?? {};
      expect(min <= least * share + 1e-9 && least * share < min + 1).toBe(true);
      expect(most * share <= max + 1e-9 && max < most * share + 1).toBe(true);
    });
  });

  law(
    "have quotas whose sums allow their number, where the panel's allowed its own",
    ({ request, panelIds, count }) => {
      const { quotas } = alternatesRequest(request, { panelIds, count });
      const sum = (list: DrawRequest["quotas"], feature: string, bound: "min" | "max"): number =>
        list.filter((one) => one.feature === feature).reduce((total, one) => total + one[bound], 0);
      for (const { feature } of quotas) {
        if (sum(request.quotas, feature, "min") <= request.seats)
          expect(sum(quotas, feature, "min")).toBeLessThanOrEqual(count);
        if (sum(request.quotas, feature, "max") >= request.seats)
          expect(sum(quotas, feature, "max")).toBeGreaterThanOrEqual(count);
      }
    },
  );

  law("for as many seats as the panel has keep its quotas as they are", ({ request, panelIds }) => {
    const { quotas } = alternatesRequest(request, { panelIds, count: request.seats });
    expect(quotas).toEqual(request.quotas);
  });

  law(
    "and replacements are asked for in a way that can be drawn, with a seed of their own",
    ({ request, panelIds, count }) => {
      const replacement = replacementRequest(request, {
        stayingIds: panelIds.slice(1),
        declinedIds: panelIds.slice(0, 1),
        round: 2,
      });
      const requests = [alternatesRequest(request, { panelIds, count }), replacement];
      expect(requests.map(validateRequest)).toEqual([[], []]);
      const again = replacementRequest(request, { stayingIds: [], declinedIds: [], round: 3 });
      expect(new Set([request, ...requests, again].map(({ seed }) => seed)).size).toBe(4);
    },
  );
});

describe("a replacement", () => {
  law("leaves the rules of the first draw as they are, and everybody who was excluded out", ({ request, panelIds }) => {
    const first = { ...request, excludedIds: request.people.slice(0, 2).map(({ id }) => id) };
    const declinedIds = [...panelIds.slice(0, 1), ...first.excludedIds.slice(0, 1)];
    const next = replacementRequest(first, { stayingIds: panelIds.slice(1), declinedIds, round: 1 });
    const { seed, confirmedIds, excludedIds = [], ...rules } = next;
    const { seed: _, excludedIds: __, ...before } = first;
    expect(rules).toEqual(before);
    expect(confirmedIds).toEqual(panelIds.slice(1));
    expect(new Set(excludedIds)).toEqual(new Set([...first.excludedIds, ...declinedIds]));
    expect(new Set(excludedIds).size).toBe(excludedIds.length);
  });

  law(
    "gives a panel that holds for the first draw, with all who stay and none who declined, wherever there is one",
    ({ request, panelIds, random }) => {
      if (panelIds.length === 0) return;
      const turned = shuffled(panelIds, random);
      const [declinedIds, stayingIds] = [turned.slice(0, 1), turned.slice(1)];
      const next = replacementRequest(request, { stayingIds, declinedIds, round: 1 });
      const outcome = drawPanel(next, solver, undisturbed);
      expect(outcome.status).toBe(enumeratePanels(next).length > 0 ? "drawn" : "infeasible");
      if (outcome.status !== "drawn") return;
      const { drawnIds } = outcome.result;
      expect(panelHolds(request, drawnIds)).toBe(true);
      expect(drawnIds).toEqual(expect.arrayContaining(stayingIds));
      expect(drawnIds).not.toContain(declinedIds[0]);
    },
    process.env.LONG ? 300 : 5,
  );
});
