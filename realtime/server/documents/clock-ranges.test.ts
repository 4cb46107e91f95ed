import { expect, test } from "vitest";
import { ClockRanges } from "./clock-ranges";

test("a letter is found in whatever order the ranges came", () => {
  const ranges = new ClockRanges();
  for (const from of [40, 39, 10, 20, 21, 5]) ranges.add(7, from, from + 1);
  const found = Array.from({ length: 50 }, (_, clock) => clock).filter((clock) => ranges.has(7, clock));
  expect(found).toEqual([5, 10, 20, 21, 39, 40]);
  ranges.add(7, 41, 45);
  expect([ranges.has(7, 44), ranges.has(7, 45), ranges.has(8, 20)]).toEqual([true, false, false]);
});

test("clocks are cut where they enter the ranges and leave them, also where ranges were told twice and one over another", () => {
  const ranges = new ClockRanges();
  for (const [from, to] of [
    [200, 210],
    [0, 100],
    [5, 10],
    [90, 120],
  ] as const) {
    ranges.add(7, from, to);
  }
  expect(ranges.has(7, 50)).toBe(true);
  expect([...ranges.shares(7, 50, 205)]).toEqual([
    { from: 50, to: 120, isIn: true },
    { from: 120, to: 200, isIn: false },
    { from: 200, to: 205, isIn: true },
  ]);
  expect([...ranges.shares(8, 0, 2)]).toEqual([{ from: 0, to: 2, isIn: false }]);
});
