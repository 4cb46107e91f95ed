import { expect, test } from "vitest";
import { readMeanings } from "./form";

test("a column that was given no meaning, or one that there is not, is not imported", () => {
  const read = readMeanings({ "meaning.0": "name", "meaning.1": "secret", "meaning.3": "email" });
  expect(read.slice(0, 4)).toEqual(["name", "ignore", "ignore", "email"]);
  expect(new Set(read.slice(4))).toEqual(new Set(["ignore"]));
});
