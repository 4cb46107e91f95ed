import { expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { aDrawCandidate, aDrawRequest, aQuota } from "../testing/sortition";
import { groupPeople } from "./group-people";
import { roundLottery } from "./round-lottery";

it("moves copies between panels until everybody is in as many as they should, and leaves the rest alone", async () => {
  const kinds = ["a", "b", "c", "d", "e"];
  const people = kinds.flatMap((who) => [1, 2].map((at) => aDrawCandidate(`${who}${at}`, { who })));
  const quotas = kinds.map((who) => aQuota("who", who, [0, 1]));
  const pool = groupPeople(aDrawRequest({ people, quotas, seats: 2 }));
  const [ab, cd, ae] = [
    [1, 1, 0, 0, 0],
    [0, 0, 1, 1, 0],
    [1, 0, 0, 0, 1],
  ].map((seats) => Int32Array.from(seats));
  if (!ab || !cd || !ae) throw new Error("three panels");
  const panels = [...new Array(9).fill(ab), ...new Array(3).fill(cd), ...new Array(4).fill(ae)];
  const expected = Float64Array.of(0.625, 0.375, 0.375, 0.375, 0.25);
  const rounded = roundLottery(pool, { panels, others: [], expected, solver: await highsSolver() });
  const total = [0, 1, 2, 3, 4].map((at) => rounded.reduce((sum, panel) => sum + (panel[at] ?? 0), 0));
  expect(total).toEqual([10, 6, 6, 6, 4]);
});
