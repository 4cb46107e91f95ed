import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { seededRandom } from "../kernel/random";
import { groupCount, splitIntoGroups } from "./split-into-groups";

const counts = fc.integer({ min: 0, max: 400 });
const sizes = fc.integer({ min: 1, max: 25 });
const people = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe("the number of groups", () => {
  it("is the fewest that hold everybody, unless somebody would then sit alone", () => {
    fc.assert(
      fc.property(counts, sizes, (count, size) => {
        const groups = groupCount(count, size);
        const fewest = Math.ceil(count / size);
        if (size >= 2 && count >= 2 * fewest) expect(groups).toBe(fewest);
        else expect(groups).toBeLessThanOrEqual(Math.max(1, fewest));
      }),
      { verbose: 1 },
    );
  });

  it("never falls when one more person comes, and rises by one at most", () => {
    fc.assert(
      fc.property(counts, sizes, (count, size) => {
        const more = groupCount(count + 1, size) - groupCount(count, size);
        expect([0, 1]).toContain(more);
      }),
      { verbose: 1 },
    );
  });

  it("never rises when tables grow", () => {
    fc.assert(
      fc.property(counts, sizes, (count, size) => {
        expect(groupCount(count, size + 1)).toBeLessThanOrEqual(groupCount(count, size));
      }),
      { verbose: 1 },
    );
  });

  it("is one when everybody fits at a table, and none for nobody", () => {
    for (const count of [1, 2, 7, 8]) expect(groupCount(count, 8)).toBe(1);
    expect([groupCount(0, 8), groupCount(9, 8)]).toEqual([0, 2]);
  });
});

describe("a group", () => {
  it("has no more people than seats; three sit together where seats for one or two would leave one alone", () => {
    fc.assert(
      fc.property(counts, sizes, fc.string(), (count, size, seed) => {
        const largest = Math.max(
          0,
          ...splitIntoGroups(people(count), size, seededRandom(seed)).map((one) => one.length),
        );
        expect(largest).toBeLessThanOrEqual(size <= 2 ? 3 : size);
      }),
      { verbose: 1 },
    );
  });
});

test("the same chance makes the same groups, and another makes others", () => {
  const split = (seed: string) => JSON.stringify(splitIntoGroups(people(24), 6, seededRandom(seed)));
  expect(split("a")).toBe(split("a"));
  expect(new Set(["a", "b", "c", "d"].map(split)).size).toBe(4);
});

test("everybody meets everybody about equally often: no pair is kept apart or together over 400 rounds", () => {
  const random = seededRandom("meetings");
  const together = new Map<string, number>();
  for (let round = 0; round < 400; round++)
    for (const group of splitIntoGroups(people(8), 4, random))
      for (const one of group)
        for (const other of group)
          if (one < other) together.set(`${one} ${other}`, (together.get(`${one} ${other}`) ?? 0) + 1);
  expect(together.size).toBe(28);
  // 400 rounds of 3/7: 171 meetings, five deviations of 9.9.
  for (const meetings of together.values()) expect(Math.abs(meetings - (400 * 3) / 7)).toBeLessThan(50);
});

test("the list that was given is left as it was", () => {
  const given = people(9);
  splitIntoGroups(given, 3, seededRandom("given"));
  expect(given).toEqual(people(9));
});
