import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Allowance, takeOne, type Used } from "./allowance";

const three: Allowance = { most: 3, windowMs: 1000 };
const paused: Allowance = { ...three, pauseMs: 100 };

/** Asks at each of these instants; what was answered each time, and what is left of it. */
function ask(allowance: Allowance, instants: readonly number[]) {
  let used: Used | undefined;
  return instants.map((nowMs) => {
    const taken = takeOne(used, allowance, nowMs);
    used = taken.used;
    return taken;
  });
}
const allowed = (allowance: Allowance, ...instants: number[]) => ask(allowance, instants).map((taken) => taken.allowed);

describe("an allowance", () => {
  test("is used up by so many, and counts down what is left", () => {
    const asked = ask(three, [0, 1, 2, 3]);
    expect(asked.map((taken) => [taken.allowed, taken.left])).toEqual([
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
  });

  test("begins anew when its window is over, counted from the first use", () => {
    expect(allowed(three, 0, 500, 999, 999, 1000)).toEqual([true, true, true, false, true]);
  });

  test("with a pause lets one more through after each pause since the last that was let through", () => {
    expect(allowed(paused, 0, 0, 0, 99, 100, 199, 200)).toEqual([true, true, true, false, true, false, true]);
  });

  test("of one use is one use", () => {
    expect(allowed({ most: 1, windowMs: 10 }, 0, 9, 10)).toEqual([true, false, true]);
  });
});

describe("laws of an allowance", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 });
  const instantsOf = (some: readonly number[]) => some.map((_, at) => some.slice(0, at + 1).reduce((a, b) => a + b, 0));

  test("a refused use changes nothing: whoever keeps asking makes nobody wait longer", () => {
    fc.assert(
      fc.property(gaps, fc.constantFrom(three, paused), (some, allowance) => {
        let used: Used | undefined;
        for (const nowMs of instantsOf(some)) {
          const taken = takeOne(used, allowance, nowMs);
          if (!taken.allowed) expect(taken.used).toBe(used);
          used = taken.used;
        }
      }),
      { seed: 20261129 },
    );
  });

  test("whoever was let through would have been let through without the refusals before", () => {
    fc.assert(
      fc.property(gaps, fc.constantFrom(three, paused), (some, allowance) => {
        const instants = instantsOf(some);
        const asked = ask(allowance, instants);
        const accepted = instants.filter((_, at) => asked[at]?.allowed);
        expect(allowed(allowance, ...accepted).every(Boolean)).toBe(true);
      }),
      { seed: 20261130 },
    );
  });

  test("without a pause no window lets through more than its most", () => {
    fc.assert(
      fc.property(gaps, (some) => {
        const byWindow = new Map<number, number>();
        for (const { allowed: isAllowed, used } of ask(three, instantsOf(some))) {
          if (isAllowed) byWindow.set(used.windowStartMs, (byWindow.get(used.windowStartMs) ?? 0) + 1);
        }
        expect(Math.max(0, ...byWindow.values())).toBeLessThanOrEqual(three.most);
      }),
      { seed: 20261201 },
    );
  });

  test("with a pause, a refusal means that one was let through less than that pause ago", () => {
    fc.assert(
      fc.property(gaps, (some) => {
        const instants = instantsOf(some);
        const asked = ask(paused, instants);
        for (const [at, taken] of asked.entries()) {
          if (taken.allowed) continue;
          const last =
            instants.findLast((_, before) => before < at && asked[before]?.allowed) ?? Number.NEGATIVE_INFINITY;
          expect((instants[at] ?? 0) - last).toBeLessThan(100);
        }
      }),
      { seed: 20261202 },
    );
  });
});
