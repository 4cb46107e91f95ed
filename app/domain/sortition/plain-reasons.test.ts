import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { enumeratePanels } from "../testing/sortition-enumeration";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import { plainReasons } from "./explain-infeasible";
import { groupPeople } from "./group-people";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const reasonsOf = (changes: Partial<DrawRequest>) => {
  const request = aDrawRequest(changes);
  return plainReasons(request, groupPeople(request));
};
function impossible(changes: Partial<DrawRequest>) {
  const outcome = drawPanel(aDrawRequest(changes), solver, undisturbed);
  if (outcome.status !== "infeasible") throw new Error(outcome.status);
  return outcome.impossible;
}
/** The quotas with other bounds for one value. */
const bounds = (value: string, [min, max]: readonly [number, number]) =>
  aDrawRequest().quotas.map((quota) => (quota.value === value ? { ...quota, min, max } : quota));
/** Twelve people at four addresses. */
const together = aDrawRequest().people.map((person, at) => ({ ...person, household: [`${at % 4} Elm`] }));

describe("what counting shows", () => {
  test("a draw that fits shows nothing", () => {
    expect(reasonsOf({})).toEqual([]);
    expect(reasonsOf({ people: together, households: true, seats: 4 })).toEqual([]);
  });

  test("more seats than people who may be drawn", () => {
    const quotas = [aQuota("age", "young", [0, 20]), aQuota("age", "old", [0, 20])];
    expect(reasonsOf({ seats: 12, quotas })).toEqual([]);
    const excludedIds = ["p00", "p01"];
    expect(reasonsOf({ seats: 11, quotas, excludedIds })).toEqual([
      { code: "more-seats-than-people", data: { seats: 11, people: 10 } },
    ]);
  });

  test("more seats than households, where people would suffice", () => {
    const quotas = [aQuota("age", "young", [0, 20]), aQuota("age", "old", [0, 20])];
    const changes = { people: together, quotas, seats: 5 };
    expect(reasonsOf({ ...changes, households: true })).toEqual([
      { code: "more-seats-than-households", data: { seats: 5, households: 4 } },
    ]);
    expect(reasonsOf(changes)).toEqual([]);
  });

  test("a minimum over all who have the value, counted by households where these count", () => {
    expect(reasonsOf({ quotas: bounds("young", [5, 5]), seats: 8 })).toContainEqual({
      code: "quota-unreachable",
      data: { feature: "age", value: "young", needed: 5, inPool: 4 },
    });
    // The young are p00, p03, p06, p09: at addresses 0, 3, 2, 1. The people of the town are at 0 and 2 only.
    expect(reasonsOf({ people: together, households: true, quotas: bounds("town", [3, 3]) })).toContainEqual({
      code: "quota-unreachable",
      data: { feature: "place", value: "town", needed: 3, inPool: 2 },
    });
  });

  test("minima over the seats, or maxima under them, of one feature", () => {
    expect(reasonsOf({ quotas: bounds("town", [3, 3]) })).toEqual([
      { code: "minima-over-seats", data: { feature: "place", minima: 5, seats: 4 } },
    ]);
    expect(reasonsOf({ quotas: bounds("town", [0, 1]) })).toEqual([
      { code: "maxima-under-seats", data: { feature: "place", maxima: 3, seats: 4 } },
    ]);
  });

  test("more confirmed than seats, or than a quota allows", () => {
    const confirmedIds = ["p00", "p03", "p06"];
    expect(reasonsOf({ confirmedIds })).toEqual([
      { code: "confirmed-over-quota", data: { feature: "age", value: "young", max: 2, confirmed: 3 } },
    ]);
    expect(reasonsOf({ confirmedIds, seats: 2 }).map(({ code }) => code)).toContain("more-confirmed-than-seats");
  });

  test("all of it at once", () => {
    const codes = reasonsOf({ seats: 40, quotas: bounds("young", [9, 9]), confirmedIds: ["p00"] }).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(["more-seats-than-people", "quota-unreachable", "maxima-under-seats", "maxima-under-seats"]);
  });

  it("is never a reason against a draw that has a panel, over 60 pools", () => {
    const pools = fc
      .record({
        seed: fc.integer(),
        people: fc.integer({ min: 4, max: 9 }),
        seats: fc.integer({ min: 1, max: 4 }),
        features: fc.integer({ min: 1, max: 3 }),
        values: fc.integer({ min: 1, max: 3 }),
        sharing: fc.constantFrom(0, 6),
      })
      .map(({ seed, ...size }) => {
        const random = seededRandom(`reasons ${seed}`);
        return withChoices(aRandomRequest(random, size), random);
      });
    fc.assert(
      fc.property(pools, (request) => {
        if (plainReasons(request, groupPeople(request)).length > 0) expect(enumeratePanels(request)).toEqual([]);
      }),
      { numRuns: process.env.LONG ? 2000 : 60, verbose: 1 },
    );
  });
});

describe("an impossible draw", () => {
  it("that no change of quotas helps says how many seats there can be, and proposes nothing", () => {
    expect(impossible({ seats: 13 })).toMatchObject({ clash: [], relaxations: [], mostSeats: 12 });
    expect(impossible({ people: together, households: true, seats: 6 })).toMatchObject({ mostSeats: 4 });
    expect(impossible({ seats: 1, confirmedIds: ["p00", "p01"] })).toMatchObject({ relaxations: [] });
  });

  it("whose quotas only clash together names them as one reason, with the bounds", () => {
    const people = [
      aDrawCandidate("a", { age: "young", place: "town" }),
      aDrawCandidate("b", { age: "old", place: "country" }),
    ];
    const quotas = [
      aQuota("age", "young", [1, 1]),
      aQuota("age", "old", [0, 1]),
      aQuota("place", "town", [0, 1]),
      aQuota("place", "country", [1, 1]),
    ];
    const { reasons, clash, relaxations, mostSeats } = impossible({ people, quotas, seats: 1 });
    expect(reasons).toEqual([{ code: "quotas-clash", data: { bounds: ["age: young min 1", "place: country min 1"] } }]);
    expect(clash).toHaveLength(2);
    expect(relaxations.map(({ seats, weight }) => [seats, weight])).toEqual([
      [1, 3],
      [1, 3],
    ]);
    expect(mostSeats).toBeUndefined();
  });

  it("of a panel that is confirmed whole can be mended only by what the confirmed miss", () => {
    const { relaxations } = impossible({ confirmedIds: ["p00", "p03", "p06", "p02"] });
    expect(relaxations[0]?.changes).toEqual(
      [
        { feature: "age", value: "young", bound: "max", from: 2, to: 3 },
        { feature: "age", value: "old", bound: "min", from: 2, to: 1 },
        { feature: "place", value: "town", bound: "max", from: 2, to: 3 },
        { feature: "place", value: "country", bound: "min", from: 2, to: 1 },
      ].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    );
  });
});
