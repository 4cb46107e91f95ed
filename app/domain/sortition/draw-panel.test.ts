import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { aDrawCandidate, aDrawRequest, aQuota, drawnFrom, undisturbed } from "../testing/sortition";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import type { DrawResult } from "./draw-result";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const drawn = (request: DrawRequest): DrawResult => drawnFrom(request, solver);

function codes(request: DrawRequest): string[] {
  const outcome = drawPanel(request, solver, undisturbed);
  if (outcome.status === "refused") return outcome.refusals.map(({ code }) => code);
  return outcome.status === "infeasible" ? outcome.impossible.reasons.map(({ code }) => code) : [outcome.status];
}

describe("people", () => {
  it("whom no panel can contain are named and have no chance", () => {
    const people = [...aDrawRequest().people, aDrawCandidate("lost", { age: "ancient", place: "town" })];
    const quotas = [...aDrawRequest().quotas, aQuota("age", "ancient", [0, 0])];
    const { unreachableIds, probabilities, minProbability } = drawn(aDrawRequest({ people, quotas }));
    expect(unreachableIds).toEqual(["lost"]);
    expect(probabilities.get("lost")).toBe(0);
    expect(minProbability).toBeGreaterThan(0.2);
  });

  it("at one address are never in one panel, whatever the case and accents of the address", () => {
    const people = aDrawRequest().people.map((person, at) => ({
      ...person,
      household: at < 2 ? [at === 0 ? "12  Allée des Ormes" : "12 ALLEE DES ORMES ", "X"] : ["", "X"],
    }));
    const { lottery, addressUnknownIds } = drawn(aDrawRequest({ people, households: true }));
    expect(lottery?.panels.some((panel) => panel.includes("p00") && panel.includes("p01"))).toBe(false);
    expect(addressUnknownIds).toHaveLength(10);
  });

  it("who are confirmed are in every panel, and those declined in none", () => {
    const { lottery, probabilities } = drawn(aDrawRequest({ confirmedIds: ["p00", "p01"], excludedIds: ["p02"] }));
    expect(lottery?.panels.every((panel) => panel.includes("p00") && panel.includes("p01"))).toBe(true);
    expect(probabilities.get("p02")).toBe(0);
  });

  it("can all be needed: as many seats as people", () => {
    const people = aDrawRequest().people.slice(0, 3);
    const quotas = [aQuota("age", "young", [0, 3]), aQuota("age", "old", [0, 3])];
    const { minProbability, lottery } = drawn(aDrawRequest({ people, quotas, seats: 3 }));
    expect(minProbability).toBe(1);
    expect(lottery?.distinctPanels).toBe(1);
  });
});

describe("a draw that cannot be", () => {
  it("is told everything that is wrong at once", () => {
    const [first, second, ...people] = aDrawRequest().people;
    const bad = [
      ...people,
      { ...people[0], id: "p03", features: { age: "young", place: "town" } },
      { id: "q", features: { age: "", place: "moon" } },
      ...(first && second ? [first, second] : []),
    ];
    expect(
      codes(aDrawRequest({ people: bad, quotas: [...aDrawRequest().quotas, aQuota("age", "baby", [2, 1])] })),
    ).toEqual(["quota-min-over-max", "person-doubled", "value-missing", "value-unknown"]);
  });

  it("names minima over the seats, unreachable quotas and too many seats", () => {
    const quotas = aDrawRequest().quotas.map((quota) =>
      quota.value === "young" ? { ...quota, min: 5, max: 6 } : quota,
    );
    expect(codes(aDrawRequest({ quotas }))).toEqual(["quota-unreachable", "minima-over-seats"]);
    expect(codes(aDrawRequest({ seats: 13 }))).toContain("more-seats-than-people");
  });

  it("names confirmed people at one address, whom no panel holds together", () => {
    const people = aDrawRequest().people.map((person) => ({ ...person, household: ["1 Elm"] }));
    const request = aDrawRequest({ people, households: true, confirmedIds: ["p03", "p00"] });
    expect(codes(request)).toContain("confirmed-share-household");
    expect(drawPanel(request, solver, undisturbed).status).toBe("infeasible");
  });
});

it("draws the same for the same seed, whatever the order of rows and quotas", () => {
  const request = aDrawRequest();
  const turned = aDrawRequest({ people: [...request.people].reverse(), quotas: [...request.quotas].reverse() });
  expect(drawn(turned).drawnIds).toEqual(drawn(request).drawnIds);
  expect(drawn(turned).lottery?.panels).toEqual(drawn(request).lottery?.panels);
});
