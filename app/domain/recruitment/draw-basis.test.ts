import { expect, test } from "vitest";
import { basisText } from "./draw-basis";

const quotas = [
  { feature: "age", value: "young", min: 1, max: 2 },
  { feature: "age", value: "old", min: 1, max: 2 },
];
const basis = { seats: 3, importBatch: "batch", quotas, confirmedIds: ["b", "a"] };

test("a situation is the same whatever the order of quotas and people", () => {
  const other = { ...basis, quotas: [...quotas].reverse(), confirmedIds: ["a", "b"] };
  expect(basisText(other)).toBe(basisText(basis));
});

test("it is another with another quota, import, number of seats, or person seated", () => {
  const others = [
    { ...basis, seats: 4 },
    { ...basis, importBatch: "next" },
    { ...basis, quotas: quotas.map((quota) => ({ ...quota, max: 3 })) },
    { ...basis, confirmedIds: ["a"] },
    { ...basis, excludedIds: ["c"] },
  ];
  expect(new Set([basis, ...others].map(basisText)).size).toBe(6);
});
