import { beforeAll, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { aDrawRequest, undisturbed } from "../testing/sortition";
import { drawPanel } from "./draw-panel";
import { measureTightness } from "./measure-tightness";
import { alternatesRequest, replacementRequest } from "./replace-people";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

it("says which quota holds the rarest chances down, and how much a seat more room would give", () => {
  const quotas = aDrawRequest().quotas.map((quota) => (quota.value === "young" ? { ...quota, min: 1, max: 1 } : quota));
  const tightness = measureTightness(aDrawRequest({ quotas }), { solver, control: undisturbed });
  expect(tightness?.minimum).toBeCloseTo(1 / 4, 7);
  expect(tightness?.prices[0]).toMatchObject({ feature: "age", value: "young", bound: "max" });
  expect(tightness?.prices[0]?.gain).toBeCloseTo(1 / 3 - 1 / 4, 7);
});

it("lists people under 1 in 200", () => {
  const old = Array.from({ length: 600 }, (_, at) => ({ id: `o${at}`, features: { age: "old" } }));
  const people = [...old, { id: "young", features: { age: "young" } }];
  const quotas = [
    { feature: "age", value: "old", min: 1, max: 1 },
    { feature: "age", value: "young", min: 1, max: 1 },
  ];
  const tightness = measureTightness(aDrawRequest({ people, quotas, seats: 2 }), { solver, control: undisturbed });
  expect(tightness?.rareIds).toHaveLength(600);
});

it("replaces who declined, keeping every quota, and draws alternates from the others", () => {
  const first = drawPanel(aDrawRequest(), solver, undisturbed);
  if (first.status !== "drawn") throw new Error(first.status);
  const [declined = "", ...stayingIds] = first.result.drawnIds;
  const request = replacementRequest(aDrawRequest(), { stayingIds, declinedIds: [declined], round: 1 });
  const second = drawPanel(request, solver, undisturbed);
  expect(second.status === "drawn" && second.result.drawnIds).toEqual(expect.arrayContaining(stayingIds));
  expect(second.status === "drawn" && second.result.drawnIds).not.toContain(declined);
  const alternates = drawPanel(
    alternatesRequest(aDrawRequest(), { panelIds: first.result.drawnIds, count: 2 }),
    solver,
    undisturbed,
  );
  expect(alternates.status === "drawn" && alternates.result.drawnIds).toHaveLength(2);
});

it("draws no alternate from the address of somebody on the panel", () => {
  const people = aDrawRequest().people.map((person, at) => ({ ...person, household: [`${at % 6} Elm`] }));
  const panelIds = ["p00", "p01"];
  const { excludedIds } = alternatesRequest(aDrawRequest({ people, households: true }), { panelIds, count: 2 });
  expect([...(excludedIds ?? [])].sort()).toEqual(["p00", "p01", "p06", "p07"]);
});
