import { expect, it } from "vitest";
import { aDrawCandidate, aDrawRequest, aQuota } from "../testing/sortition";
import { groupPeople } from "./group-people";
import { OuterBound } from "./outer-bound";
import { settleIdeal } from "./settle-ideal";

const people = Array.from({ length: 10 }, (_, at) => aDrawCandidate(`p${at}`, { age: at < 4 ? "young" : "old" }));
const quotas = [aQuota("age", "young", [1, 2]), aQuota("age", "old", [3, 4])];

function settled(expected: readonly number[]): number[] {
  const outer = new OuterBound(groupPeople(aDrawRequest({ people, quotas, seats: 5 })));
  return Array.from(settleIdeal(outer, Float64Array.from(expected)));
}

/** Classes in their order: the old, the young. */
it("averages that nearly meet a quota with equality meet it exactly, and the seats add up", () => {
  expect(settled([3.000_002, 1.999_997])).toEqual([3, 2]);
});

it("averages that are right stay as they are", () => {
  expect(settled([3.5, 1.5])).toEqual([3.5, 1.5]);
});

it("averages well inside a quota are moved only so that the seats add up", () => {
  const [old = 0, young = 0] = settled([3.500_001, 1.500_001]);
  expect(old + young).toBeCloseTo(5, 12);
  expect(Math.abs(old - 3.5)).toBeLessThan(1e-5);
});
