import { expect, test } from "vitest";
import { ClockRanges } from "./clock-ranges";

test("a letter is found in whatever order the ranges came", () => {
  const ranges = new ClockRanges();
  for (const from of [40, 39, 10, 20, 21, 5]) ranges.add(7, from, from + 1);
  const found = Array.from({ length: 50 }, (_, clock) => clock).filter((clock) => ranges.has(7, clock));
  expect(found).toEqual([5, 10, 20, 21, 39, 40]);
  ranges.add(7, 41, 45);
  expect([ranges.has(7, 44), ranges.has(7, 45), ranges.has(8, 20), ranges.knows(8)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
