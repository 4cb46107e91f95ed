import { expect, test } from "vitest";
import type { DrawRecord } from "./draw-record";
import { provenSoFar } from "./proven-so-far";

const figures = {
  size: 1000,
  hash: "",
  distinctPanels: 9,
  loss: 0,
  proposedSize: 1000,
  place: 7,
  least: 6,
  leftOut: 0,
};
const record: DrawRecord = {
  version: 1,
  equalised: true,
  people: 100,
  minProbability: 0.0068,
  maxProbability: 0.02,
  gini: 0,
  geometricMean: 0.01,
  proof: { exact: false, bound: 0.007, gap: 0.0002 },
  panels: 9,
  unreachable: 0,
  addressUnknown: 0,
  drawn: 10,
  values: [],
  lottery: figures,
};

test("what was reached is counted in the list, not taken from the calculation", () => {
  expect(provenSoFar(record, "leximin")).toMatchObject({ reached: 0.006, bound: 0.007, leftOut: 0 });
  expect(provenSoFar(record, "leximin")?.gap).toBeCloseTo(0.001, 12);
});

test("before the first bound is known, none is told", () => {
  const early = {
    ...record,
    proof: { exact: false, bound: 1, gap: 1 },
    lottery: { ...figures, least: 0, leftOut: 90 },
  };
  expect(provenSoFar(early, "leximin")).toEqual({ reached: 0, bound: null, gap: null, leftOut: 90, isFair: false });
});

test("certainty is a bound when it is proven", () => {
  const all = { ...record, proof: { exact: true, bound: 1, gap: 0 }, lottery: { ...figures, least: 1000 } };
  expect(provenSoFar(all, "maximin")).toEqual({ reached: 1, bound: 1, gap: 0, leftOut: 0, isFair: true });
});

test("a list that shares the bound out exactly has no gap, whatever the last digits say", () => {
  const exact = { ...record, proof: { exact: true, bound: 0.006 + 4e-9, gap: 0 } };
  expect(provenSoFar(exact, "leximin")?.gap).toBe(0);
});

test("where the least chance is not what is sought, it is counted and no bound is told", () => {
  expect(provenSoFar(record, "nash")).toEqual({ reached: 0.006, bound: null, gap: null, leftOut: 0, isFair: false });
});

test("nothing is proven where chances were not made equal, or nothing was counted", () => {
  expect(provenSoFar({ ...record, equalised: false }, "quick")).toBe(null);
  const { least: _, ...old } = figures;
  expect(provenSoFar({ ...record, lottery: old }, "leximin")).toBe(null);
});

test.each([
  ["nine tenths of the bound in the least lucky hands", { bound: 0.1, least: 90, leftOut: 0 }, true],
  ["less than that", { bound: 0.1, least: 89, leftOut: 0 }, false],
  ["as much as so many panels can express", { bound: 0.0069, least: 6, leftOut: 0 }, true],
  ["a panel less than that", { bound: 0.0069, least: 5, leftOut: 0 }, false],
  ["somebody left out, whatever the others have", { bound: 0.0009, least: 0, leftOut: 1 }, false],
  ["no bound", { bound: 1, least: 900, leftOut: 0 }, false],
])("a panel may be drawn from a list with %s: %#", (_, { bound, least, leftOut }, isFair) => {
  const one = { ...record, proof: { exact: false, bound, gap: 0 }, lottery: { ...figures, least, leftOut } };
  expect(provenSoFar(one, "leximin")?.isFair).toBe(isFair);
});
