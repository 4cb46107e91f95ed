import { expect, test } from "vitest";
import { keepLottery, panelsOf } from "./kept-lottery";

const panels = [
  ["a", "c"],
  ["b", "c"],
  ["a", "b"],
];
const counts = new Map([
  ["c", 2],
  ["a", 2],
  ["b", 2],
  ["d", 0],
]);

test("a kept lottery gives its panels back, and everybody's count beside their id", () => {
  const kept = keepLottery({ panels, counts, loss: 0.01, proposedSize: 1000, distinctPanels: 3, place: 2 }, "hash");
  expect([...panelsOf(kept)]).toEqual(panels);
  expect(kept.ids).toEqual(["a", "b", "c", "d"]);
  expect(kept.counts).toEqual([2, 2, 2, 0]);
  expect(kept).toMatchObject({ size: 3, hash: "hash", place: 2, proposedSize: 1000 });
});

test("a lottery that was deleted has no panels", () => {
  expect([...panelsOf({ ids: [], panels: "" })]).toEqual([]);
});
