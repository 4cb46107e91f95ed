import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTE_MS } from "../kernel/clock";
import { extendGroup, groupEndsAtMs, minutesLonger } from "./group-time";
import type { MoreTime } from "./live-state";
import { extendItem } from "./run-session";

const at = (minute: number): number => minute * MINUTE_MS;

/** A session whose item ends at minute 60, and one group of it. */
interface Times {
  readonly itemEndsAtMs: number;
  readonly moreTime: MoreTime | null;
}
const begun: Times = { itemEndsAtMs: at(60), moreTime: null };
const endOf = (times: Times): number => groupEndsAtMs(times, times) ?? 0;

function everyone(times: Times, minutes: number, nowMs: number): Times {
  const seen = { seenEndsAtMs: times.itemEndsAtMs, minutes };
  const result = extendItem({ state: "running", itemEndsAtMs: times.itemEndsAtMs }, seen, nowMs);
  return { ...times, itemEndsAtMs: (result.ok && result.value) || times.itemEndsAtMs };
}

function group(times: Times, minutes: number, nowMs: number): Times {
  const seen = { seenMoreTime: times.moreTime, minutes, nowMs };
  const result = extendGroup({ state: "running", itemEndsAtMs: times.itemEndsAtMs }, times, seen);
  return { ...times, moreTime: result.ok ? result.value : null };
}

test("what a group is given comes on top of what everyone is given, in whichever order", () => {
  const first = everyone(group(begun, 2, at(50)), 5, at(51));
  const second = group(everyone(begun, 5, at(50)), 2, at(51));
  expect([endOf(first), endOf(second)]).toEqual([at(67), at(67)]);
  expect(minutesLonger(first, first)).toBe(2);
});

test("time given to a group when all is over counts from then, and everyone's later time adds to it once", () => {
  const late = group(begun, 5, at(70));
  expect(endOf(late)).toBe(at(75));
  const later = everyone(late, 5, at(71));
  expect([later.itemEndsAtMs, endOf(later)]).toEqual([at(76), at(81)]);
});

test("two who press at once give a group its minutes once; what the organiser gave meanwhile hinders nobody", () => {
  const given = group(begun, 5, at(50));
  const again = { seenMoreTime: null, minutes: 5, nowMs: at(50) };
  expect(extendGroup({ state: "running", itemEndsAtMs: at(60) }, given, again)).toEqual({ ok: true, value: null });
  const meanwhile = everyone(begun, 5, at(50));
  expect(extendGroup({ state: "running", ...meanwhile }, meanwhile, again)).toMatchObject({
    value: { moreMs: at(5), sinceMs: null },
  });
});

test("no addition takes time away from anybody, and a group never ends before the others", () => {
  const additions = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 60 }), fc.nat(40)), { maxLength: 12 });
  fc.assert(
    fc.property(additions, (all) => {
      let times = begun;
      let minute = 40;
      for (const [toGroup, minutes, passed] of all) {
        minute += passed;
        const next = (toGroup ? group : everyone)(times, minutes, at(minute));
        const least = toGroup ? Math.max(endOf(times), at(minute)) + at(minutes) : endOf(times);
        expect(endOf(next)).toBeGreaterThanOrEqual(least);
        expect(next.itemEndsAtMs).toBeGreaterThanOrEqual(times.itemEndsAtMs);
        expect(endOf(next)).toBeGreaterThanOrEqual(next.itemEndsAtMs);
        times = next;
      }
    }),
    { seed: 20261129 },
  );
});
