import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../kernel/random";
import { groupCount, splitIntoGroups } from "./split-into-groups";

const people = fc.integer({ min: 0, max: 300 }).map((count) => Array.from({ length: count }, (_, at) => at));
const seed = 20260314;

describe("splitting people into groups", () => {
  test("everybody is in exactly one group", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 20 }), fc.string(), (all, size, text) => {
        const groups = splitIntoGroups(all, size, seededRandom(text));
        expect(groups.flat().sort((a, b) => a - b)).toEqual(all);
      }),
      { seed },
    );
  });

  test("sizes differ by one at most", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 20 }), fc.string(), (all, size, text) => {
        const sizes = splitIntoGroups(all, size, seededRandom(text)).map(({ length }) => length);
        if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { seed },
    );
  });

  test("nobody sits alone, unless there is only one person", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 20 }), fc.string(), (all, size, text) => {
        const sizes = splitIntoGroups(all, size, seededRandom(text)).map(({ length }) => length);
        if (all.length > 1) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
      }),
      { seed },
    );
  });

  test.each([
    [48, 8, 6],
    [47, 8, 6],
    [150, 8, 19],
    [5, 2, 2],
    [4, 2, 2],
    [1, 8, 1],
    [0, 8, 0],
  ])("%i people in groups of %i make %i groups", (count, size, expected) => {
    expect(groupCount(count, size)).toBe(expected);
  });
});
