import { expect, test } from "vitest";
import { isTooOld, newPageKey, REPEATABLE_FOR_MS, readAtOf } from "./command-id";
import { newId, readCommandId } from "./ids";
import { seededRandom } from "./random";

const random = seededRandom("command-id");
const NOW = Date.parse("2026-03-14T08:45:00Z");

test.each([NOW, 0, Date.parse("2099-12-31T23:59:59.999Z")])(
  "a key of a page says when it was read (%i)",
  (readAtMs) => {
    expect(readAtOf(newPageKey(random, readAtMs))).toBe(readAtMs);
    expect(readAtOf(`${newPageKey(random, readAtMs)}-f3-0`)).toBe(readAtMs);
  },
);

test("two pages of one instant have keys of their own, which every form may post", () => {
  const [one, two] = [newPageKey(random, NOW), newPageKey(random, NOW)];
  expect(one).not.toBe(two);
  expect(readCommandId(`${one}-${newId(random)}`)).not.toBeNull();
});

test("a command is too old ninety days after its page was read, and not before", () => {
  const id = `${newPageKey(random, NOW)}-f1-0`;
  expect([isTooOld(id, NOW + REPEATABLE_FOR_MS), isTooOld(id, NOW + REPEATABLE_FOR_MS + 1)]).toEqual([false, true]);
});

test("an id that says no time is never too old", () => {
  expect([readAtOf(newId(random)), isTooOld(newId(random), NOW * 2)]).toEqual([null, false]);
});
