import { expect, test } from "vitest";
import { formatChances } from "./format-number";

test("a chance is told in a thousand, small ones with the digits that tell them from nothing", () => {
  expect([1, 0.1234, 0.0288, 0.00042, 0].map((chance) => formatChances(chance, "en"))).toEqual([
    "1,000",
    "123",
    "28.8",
    "0.42",
    "0",
  ]);
  expect(formatChances(0.0288, "fr")).toBe("28,8");
});
