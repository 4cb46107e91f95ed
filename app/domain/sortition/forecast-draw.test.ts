import { beforeAll, expect, test } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { aDrawRequest, undisturbed } from "../testing/sortition";
import { forecastDraw } from "./forecast-draw";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});
const forecast = (changes: Parameters<typeof aDrawRequest>[0]) =>
  forecastDraw(aDrawRequest(changes), { solver, control: undisturbed });
const bounds = (value: string, min: number, max: number) =>
  aDrawRequest().quotas.map((quota) => (quota.value === value ? { ...quota, min, max } : quota));

test("a tight quota has a price, and one with room has none", () => {
  const found = forecast({ quotas: bounds("young", 1, 1) });
  if (found.status !== "possible") throw new Error(found.status);
  const gain = (value: string, bound: string) =>
    found.tightness.prices.find((price) => price.value === value && price.bound === bound)?.gain;
  expect(gain("young", "max")).toBeGreaterThan(0.05);
  expect(gain("old", "max")).toBe(0);
});

test("whom no panel contains is told apart from whoever has a small chance", () => {
  const quotas = bounds("young", 0, 0).map((quota) => (quota.value === "old" ? { ...quota, max: 4 } : quota));
  const found = forecast({ quotas });
  if (found.status !== "possible") throw new Error(found.status);
  expect(found.neverIds).toEqual(["p00", "p03", "p06", "p09"]);
  expect(found.tightness.minimum).toBeGreaterThan(0.4);
});

test("everything wrong with the request is told at once", () => {
  const found = forecast({ seats: 0, quotas: bounds("young", 3, 1) });
  expect(found.status === "refused" && found.refusals.map(({ code }) => code)).toEqual([
    "seats-not-whole",
    "quota-min-over-max",
  ]);
});

test("quotas that clash are named with the least relaxation, before anybody is drawn", () => {
  const found = forecast({ quotas: bounds("young", 3, 4) });
  expect(found.status === "infeasible" && found.impossible.relaxations[0]?.seats).toBe(1);
});
