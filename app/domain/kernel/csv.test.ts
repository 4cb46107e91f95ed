import { expect, test } from "vitest";
import { csv } from "./csv";

test("cells with commas, quotes or lines are quoted", () => {
  expect(csv([["a", 'b "c", d', "e\nf"]])).toBe('\ufeffa,"b ""c"", d","e\nf"\r\n');
});

test.each(["=1+1", "+33", "-2", "@x", "\tx"])("%j is not run as a formula", (text) => {
  expect(csv([[text]])).toContain(`'${text}`);
});
