import { expect, it } from "vitest";
import { aDrawCandidate, aDrawRequest, aQuota } from "../testing/sortition";
import { followLottery } from "./follow-lottery";
import { groupPeople } from "./group-people";

/** Four kinds of two people each, two seats; at most one seat a kind. */
function aPool() {
  const kinds = ["a", "b", "c", "d"];
  const people = kinds.flatMap((who) => [1, 2].map((at) => aDrawCandidate(`${who}${at}`, { who })));
  return groupPeople(aDrawRequest({ people, quotas: kinds.map((who) => aQuota("who", who, [0, 1])), seats: 2 }));
}

const [ab, cd] = [
  [1, 1, 0, 0],
  [0, 0, 1, 1],
].map((counts) => Int32Array.from(counts)) as [Int32Array, Int32Array];
const found = {
  expected: new Float64Array(4).fill(0.5),
  panels: [ab, cd],
  shares: Float64Array.of(0.5, 0.5),
  unreachable: new Set<number>(),
  proof: { exact: true, bound: 0.25, gap: 0 },
};

it("probabilities that the lottery's counts follow are told as they were found", () => {
  expect(followLottery(aPool(), found, { panels: [ab, cd], provenClasses: 0 })).toBe(found);
});

it("where counts cannot follow, the lottery's own chances are told, with what they cost in the gap", () => {
  const told = followLottery(aPool(), found, { panels: [ab, ab, ab, ab, ab, ab, ab, ab, ab, cd], provenClasses: 0 });
  expect(Array.from(told.expected, (seats) => Math.round(seats * 1e9) / 1e9)).toEqual([0.9, 0.9, 0.1, 0.1]);
  expect(told.panels).toEqual([ab, cd]);
  expect(Array.from(told.shares, (share) => Math.round(share * 1e9) / 1e9)).toEqual([0.9, 0.1]);
  expect([told.proof.exact, told.proof.bound]).toEqual([false, 0.25]);
  expect(told.proof.gap).toBeCloseTo(0.2, 9);
});

it("a pool whose proof is searched for keeps what was proven", () => {
  expect(followLottery(aPool(), found, { panels: [ab, ab, ab, ab] })).toBe(found);
});
