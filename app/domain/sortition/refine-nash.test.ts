import { beforeAll, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { aDrawCandidate, aDrawRequest, aQuota } from "../testing/sortition";
import { groupPeople } from "./group-people";
import { OuterBound } from "./outer-bound";
import { nashGap, refineNash } from "./refine-nash";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Eight old and four young people for six seats: classes in their order are the old, the young. */
const people = Array.from({ length: 12 }, (_, at) => aDrawCandidate(`p${at}`, { age: at < 4 ? "young" : "old" }));
const outerOf = (youngAtLeast: number): OuterBound => {
  const quotas = [aQuota("age", "young", [youngAtLeast, 4]), aQuota("age", "old", [0, 5])];
  return new OuterBound(groupPeople(aDrawRequest({ people, quotas, seats: 6 })));
};

it("ends at the best product of probabilities from nearby", () => {
  const seats = refineNash(outerOf(0), Float64Array.of(4.001, 1.999)) ?? [];
  expect(seats[0]).toBeCloseTo(4, 12);
  expect(seats[1]).toBeCloseTo(2, 12);
});

it("stays on a quota that holds the best", () => {
  const outer = outerOf(3);
  expect(Array.from(refineNash(outer, Float64Array.of(3, 3)) ?? [])).toEqual([3, 3]);
  expect(nashGap(outer, Float64Array.of(3, 3), solver)).toBeCloseTo(0, 12);
});

it("says nothing where the best lies beyond a quota that did not hold yet", () => {
  expect(refineNash(outerOf(3), Float64Array.of(2.9, 3.1))).toBeUndefined();
});

it("tells how far averages can be from the best", () => {
  const outer = outerOf(0);
  expect(nashGap(outer, Float64Array.of(4, 2), solver)).toBeCloseTo(0, 12);
  expect(nashGap(outer, Float64Array.of(5, 1), solver)).toBeGreaterThan(0.1);
});
