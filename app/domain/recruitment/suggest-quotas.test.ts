import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aQuota } from "../testing/sortition";
import { checkQuotas } from "./check-quotas";
import { suggestQuotas } from "./suggest-quotas";

const weights = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 6 });
const weighed = (list: readonly number[]) => list.map((weight, at) => ({ value: `v${at}`, weight }));
const seatsAndMargin = fc.record({ seats: fc.integer({ min: 1, max: 150 }), margin: fc.integer({ min: 0, max: 4 }) });

describe("quotas in proportion", () => {
  it("hold each value's exact share of the seats, rounded outwards to the next whole seat", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 150 }), (list, seats) => {
        const total = list.reduce((sum, one) => sum + one, 0);
        if (total === 0) return;
        suggestQuotas(weighed(list), { seats, margin: 0 }).forEach(({ min, max }, at) => {
          const exact = ((list[at] ?? 0) * seats) / total;
          expect(min <= exact + 1e-6 && exact - 1e-6 <= max && max - min <= 1).toBe(true);
        });
      }),
      { verbose: 1 },
    );
  });

  it("are whole seats where the share is whole", () => {
    const quotas = suggestQuotas(weighed([1, 1, 2]), { seats: 40, margin: 0 });
    expect(quotas.map(({ min, max }) => [min, max])).toEqual([
      [10, 10],
      [10, 10],
      [20, 20],
    ]);
  });

  it("widen with the margin and never narrow, on both sides", () => {
    fc.assert(
      fc.property(weights, seatsAndMargin, (list, { seats, margin }) => {
        const [narrow, wide] = [margin, margin + 1].map((one) => suggestQuotas(weighed(list), { seats, margin: one }));
        narrow?.forEach(({ min, max }, at) => {
          const { min: least = 0, max: most = 0 } = wide?.[at] ?? {};
          expect(least <= min && max <= most).toBe(true);
        });
      }),
      { verbose: 1 },
    );
  });

  it("do not depend on whether weights are people or shares of a hundred", () => {
    fc.assert(
      fc.property(weights, seatsAndMargin, (list, options) => {
        const shares = list.map((one) => one / 4);
        expect(suggestQuotas(weighed(shares), options)).toEqual(suggestQuotas(weighed(list), options));
      }),
      { verbose: 1 },
    );
  });

  it("ask for nobody in particular where no weight is known", () => {
    expect(suggestQuotas(weighed([0, 0]), { seats: 7, margin: 0 })).toEqual([
      { value: "v0", min: 0, max: 7 },
      { value: "v1", min: 0, max: 7 },
    ]);
    expect(suggestQuotas([], { seats: 7, margin: 1 })).toEqual([]);
  });

  it("never ask for more of a value than there are people with it", () => {
    const people = new Map([["v0", 2]]);
    expect(suggestQuotas(weighed([50, 50]), { seats: 10, margin: 0, people })).toEqual([
      { value: "v0", min: 2, max: 5 },
      { value: "v1", min: 5, max: 5 },
    ]);
  });

  it("are accepted as they are", () => {
    fc.assert(
      fc.property(weights, seatsAndMargin, (list, { seats, margin }) => {
        const proposed = suggestQuotas(weighed(list), { seats, margin });
        const quotas = proposed.map(({ value, min, max }) => aQuota("f", value, [min, max]));
        expect(checkQuotas(quotas, { seats })).toEqual([]);
      }),
      { verbose: 1 },
    );
  });
});
