import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "~/app/domain/kernel/clock";
import { recentUses } from "./recent-uses";

const start = Date.parse("2026-03-14T08:45:00Z");
const at = (ms: number): Date => new Date(start + ms);
const allowance = { most: 3, windowMs: HOUR_MS, pauseMs: 3 * MINUTE_MS };

test("an allowance is used up, then comes back one by one after each pause, and whole after its window", () => {
  const uses = recentUses();
  const take = (minutes: number): boolean => uses.take("one", allowance, at(minutes * MINUTE_MS)).allowed;
  expect([0, 0, 1, 1, 2, 4, 4, 6, 7, 59, 61, 61, 61, 61].map(take)).toEqual(
    [true, true, true, false, false, true, false, false, true, true, true, true, true, false], // 4 = 1 + 3, 7 = 4 + 3
  );
  expect(uses.take("other", allowance, at(0)).left).toBe(2);
});

test("whoever is refused had one allowed less than a pause ago, however others ask", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 * MINUTE_MS }), { minLength: 1, maxLength: 200 }), (waits) => {
      const uses = recentUses();
      let nowMs = 0;
      let allowedMs = Number.NEGATIVE_INFINITY;
      return waits.every((wait) => {
        nowMs += wait;
        const { allowed } = uses.take("one", allowance, at(nowMs));
        if (allowed) allowedMs = nowMs;
        return nowMs - allowedMs < allowance.pauseMs;
      });
    }),
  );
});

test("a million keys leave no more than those that are kept, and the last ones are", () => {
  const uses = recentUses(100);
  for (let key = 0; key < 1_000_000; key++) uses.take(`${key}`, allowance, at(0));
  expect(uses.size()).toBe(100);
  expect(uses.take("999999", allowance, at(0)).left).toBe(1);
  expect(uses.take("0", allowance, at(0)).left).toBe(2);
});
