import { expect, test } from "vitest";
import { itemAt } from "./item-at";

test("a list gives what stands at each of its places, and throws at any other", () => {
  const list = ["first", "second"];
  expect([0, 1].map((at) => itemAt(list, at))).toEqual(list);
  for (const at of [-1, 2, 0.5, Number.NaN]) expect(() => itemAt(list, at)).toThrow(RangeError);
});
