import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../kernel/random";
import { aDrawRequest } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { groupPeople } from "./group-people";
import { measureEquality } from "./measure-equality";
import { reportDraw } from "./report-draw";

const chances = fc.array(
  fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe("how equal chances are", () => {
  it("is the minimum, the maximum, and means between them", () => {
    fc.assert(
      fc.property(chances, (list) => {
        const { minimum, maximum, gini, geometricMean } = measureEquality(list);
        expect([minimum, maximum]).toEqual([Math.min(...list), Math.max(...list)]);
        const mean = list.reduce((sum, one) => sum + one, 0) / list.length;
        expect(geometricMean).toBeGreaterThanOrEqual(minimum - 1e-12);
        expect(geometricMean).toBeLessThanOrEqual(mean + 1e-12);
        expect(gini >= 0 && gini < 1).toBe(true);
      }),
      { verbose: 1 },
    );
  });

  it("has a Gini coefficient that is the mean difference of two people, over twice the mean", () => {
    fc.assert(
      fc.property(chances, (list) => {
        const mean = list.reduce((sum, one) => sum + one, 0) / list.length;
        const differences = list.flatMap((one) => list.map((other) => Math.abs(one - other)));
        const difference = differences.reduce((sum, one) => sum + one, 0) / differences.length;
        expect(measureEquality(list).gini).toBeCloseTo(difference / (2 * mean), 9);
      }),
      { verbose: 1 },
    );
  });

  it("does not depend on the order of people, nor the Gini coefficient on how large all chances are", () => {
    fc.assert(
      fc.property(chances, (list) => {
        expect(measureEquality([...list].reverse())).toEqual(measureEquality(list));
        expect(measureEquality(list.map((one) => one / 7)).gini).toBeCloseTo(measureEquality(list).gini, 9);
      }),
      { verbose: 1 },
    );
  });

  it("is perfect where all have the same, and for nobody nothing", () => {
    const { gini, geometricMean } = measureEquality([0.1, 0.1, 0.1]);
    expect(gini).toBe(0);
    expect(geometricMean).toBeCloseTo(0.1, 12);
    expect(measureEquality([])).toEqual({ minimum: 0, maximum: 0, gini: 0, geometricMean: 0 });
  });

  it("is as unequal as can be where one has everything, and has no product where somebody has nothing", () => {
    const { gini, geometricMean, minimum } = measureEquality([0, 0, 0, 1]);
    expect([gini, geometricMean, minimum]).toEqual([0.75, 0, 0]);
    expect(measureEquality([0, 0]).gini).toBe(0);
  });
});

describe("the report of a draw", () => {
  const pools = fc.integer().map((seed) => {
    const random = seededRandom(`report ${seed}`);
    const request = withChoices(
      aRandomRequest(random, { people: 12, seats: 4, features: 3, values: 3, sharing: 0 }),
      random,
    );
    const pool = groupPeople(request);
    const probabilities = pool.people.map((_, at) => (at % 5) / 10);
    const drawn = [0, 3, 5, 8];
    return { pool, drawn, probabilities, report: reportDraw(pool, { probabilities, drawn, steps: [] }) };
  });

  it("counts everybody once in every feature: in the pool, on average, and in the panel", () => {
    fc.assert(
      fc.property(pools, ({ pool, drawn, probabilities, report }) => {
        const expected = probabilities.reduce((sum, one) => sum + one, 0);
        for (const feature of pool.features) {
          const rows = report.values.filter((row) => row.feature === feature);
          const sum = (of: "pool" | "drawn" | "expected") => rows.reduce((total, row) => total + row[of], 0);
          expect([sum("pool"), sum("drawn")]).toEqual([pool.people.length, drawn.length]);
          expect(sum("expected")).toBeCloseTo(expected, 9);
        }
      }),
      { numRuns: 40, verbose: 1 },
    );
  });

  it("has in each table of two features what each of them has alone", () => {
    fc.assert(
      fc.property(pools, ({ pool, report }) => {
        const pairs = (pool.features.length * (pool.features.length - 1)) / 2;
        const tables = new Set(report.intersections.map(({ features }) => features.join()));
        expect(tables.size).toBe(pairs);
        for (const { feature, value, pool: people, drawn } of report.values) {
          for (const table of tables) {
            const side = table.split(",").indexOf(feature);
            if (side < 0) continue;
            const cells = report.intersections.filter(
              ({ features, values }) => features.join() === table && values[side] === value,
            );
            expect(cells.reduce((sum, cell) => sum + cell.pool, 0)).toBe(people);
            expect(cells.reduce((sum, cell) => sum + cell.drawn, 0)).toBe(drawn);
          }
        }
      }),
      { numRuns: 40, verbose: 1 },
    );
  });

  it("lists the quotas in their own order with their bounds, one that nobody has among them", () => {
    const quotas = [{ feature: "age", value: "gone", min: 0, max: 1 }, ...aDrawRequest().quotas];
    const pool = groupPeople(aDrawRequest({ quotas }));
    const { values } = reportDraw(pool, { probabilities: [], drawn: [], steps: [] });
    expect(values.map(({ feature, value, min, max }) => ({ feature, value, min, max }))).toEqual(quotas);
    expect(values[0]).toMatchObject({ pool: 0, drawn: 0, expected: 0 });
  });
});
