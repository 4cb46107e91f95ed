import { expect, test } from "vitest";
import { Flows } from "./flows";

/** One line whose counter is looked at at these instants (ms). */
function looked(...looks: readonly (readonly [atMs: number, count: number])[]): boolean {
  const flows = new Flows<string>();
  for (const [atMs, count] of looks) flows.note("line", count, atMs);
  return flows.isSilent("line");
}

test("a line whose counter has stood still for two and a half seconds is silent", () => {
  expect(looked([0, 5], [1000, 5], [2000, 5])).toBe(false);
  expect(looked([0, 5], [1000, 5], [2000, 5], [3000, 5])).toBe(true);
});

test("it is not silent any more as soon as the counter moves, up or, on a new connection, down", () => {
  expect(looked([0, 5], [1000, 5], [2000, 5], [3000, 5], [4000, 6])).toBe(false);
  expect(looked([0, 5], [1000, 5], [2000, 5], [3000, 5], [4000, 1])).toBe(false);
});

test("a page that did not look for a while begins anew: it cannot know what came meanwhile", () => {
  expect(looked([0, 5], [60_000, 5])).toBe(false);
  expect(looked([0, 5], [60_000, 5], [61_000, 5], [62_000, 5], [63_000, 5])).toBe(true);
});

test("of what nobody looks at nothing is said, and what is not expected any more is forgotten", () => {
  const flows = new Flows<string>();
  expect(flows.isSilent("line")).toBe(false);
  for (const atMs of [0, 1000, 2000, 3000]) flows.note("line", 5, atMs);
  expect(flows.isSilent("line")).toBe(true);
  flows.keep(new Set(["another"]));
  expect(flows.isSilent("line")).toBe(false);
});
