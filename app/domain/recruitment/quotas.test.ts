import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkQuotas, inPoolSpelling } from "./check-quotas";
import { countValues } from "./count-values";
import { readQuotas } from "./read-quotas";
import { suggestQuotas } from "./suggest-quotas";

const codes = (refusals: readonly { code: string; field?: string }[]) =>
  refusals.map(({ code, field }) => [code, field]);

const of = (header: string[], rows: string[][]) => ({ header, rows, firstRow: 2 });

describe("a quotas file", () => {
  it("is read in today's names and in both older ones", () => {
    const expected = [{ feature: "Age", value: "16-29", min: 1, max: 3 }];
    for (const header of [
      ["feature", "value", "min", "max"],
      ["category", "feature", "min", "max"],
      ["Category", "Name", "MIN", "max"],
    ]) {
      expect(readQuotas(of(header, [["Age", "16-29", "1", "3"]]))).toEqual({ problems: [], quotas: expected });
    }
  });

  it("keeps flexible bounds, passes over rows without a feature, and further columns", () => {
    const header = ["feature", "value", "min", "max", "min_flex", "max_flex", "note"];
    const rows = [
      ["Age", "a", "1", "2", "0", "4", "?"],
      ["", "b", "x", "y", "", "", ""],
      ["age ", "c", "0", "9", "", "", ""],
    ];
    expect(readQuotas(of(header, rows))).toEqual({
      problems: [],
      quotas: [
        { feature: "Age", value: "a", min: 1, max: 2, minFlex: 0, maxFlex: 4 },
        { feature: "Age", value: "c", min: 0, max: 9 },
      ],
    });
  });

  it("lists every bad cell with its row and column", () => {
    const bad = [
      ["Age", "a", "2", "1"],
      ["Age", "A", "one", ""],
      ["age", "b", "1", "1", "2", "0", "too much"],
    ];
    const header = ["feature", "value", "min", "max", "min_flex", "max_flex"];
    expect(readQuotas(of(header, bad)).problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "max", "quota-min-over-max"],
      [3, "min", "quota-number-not-whole"],
      [3, "max", "quota-number-missing"],
      [3, "value", "quota-doubled"],
      [4, "7", "row-too-long"],
      [4, "min_flex", "quota-flex-order"],
      [4, "max_flex", "quota-flex-order"],
    ]);
  });

  it("reads a number written with decimals that are nothing, and never a group of three for one", () => {
    const header = ["feature", "value", "min", "max"];
    const read = (number: string) => readQuotas(of(header, [["Age", "a", "0", number]]));
    for (const number of ["1000", "1000.", "1000,0", "1000.00"]) {
      expect(read(number)).toMatchObject({ problems: [], quotas: [{ max: 1000 }] });
    }
    for (const number of ["1,000", "1.000", "1.0000", "1,000.00", "1.5"]) {
      expect(read(number).problems).toEqual([{ row: 2, column: "max", code: "quota-number-not-whole", value: number }]);
    }
  });

  it("names the columns that are missing", () => {
    const { problems } = readQuotas(of(["feature", "value", "minimum", "Féature"], []));
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ["Féature", "column-doubled"],
      ["min", "quota-column-missing"],
      ["max", "quota-column-missing"],
    ]);
  });
});

describe("quotas before a draw", () => {
  const quota = (value: string, min: number, max: number) => ({ feature: "age", value, min, max });
  const pool = countValues(["age"], [{ age: "young" }, { age: "old" }, { age: "old" }]);

  it("are refused beside the field that is wrong", () => {
    expect(codes(checkQuotas([quota("young", 3, 2), quota("old", 4, 4)], { seats: 5 }))).toEqual([
      ["quota-min-over-max", "max.0"],
      ["minima-over-seats", "min.0"],
    ]);
    expect(codes(checkQuotas([quota("young", 0, 1), quota("old", 0, 2)], { seats: 5 }))).toEqual([
      ["maxima-under-seats", "max.0"],
    ]);
  });

  it("are refused when nobody, or too few, have the value, and when a value of the pool has none", () => {
    const refusals = checkQuotas([quota("old", 3, 3), quota("gone", 1, 1)], { seats: 3, pool });
    expect(codes(refusals)).toEqual([
      ["minima-over-seats", "min.0"],
      ["quota-unreachable", "min.0"],
      ["quota-nobody", "min.1"],
      ["value-without-quota", undefined],
    ]);
  });

  it("take the spelling of the pool", () => {
    expect(inPoolSpelling([{ feature: "AGE", value: " Old", min: 0, max: 1 }], pool)).toMatchObject([
      { feature: "age", value: "old" },
    ]);
  });
});

describe("a proposal of quotas", () => {
  it("always leaves room for exactly the seats, with every minimum under its maximum", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 3 }),
        (weights, seats, margin) => {
          const proposed = suggestQuotas(
            weights.map((weight, at) => ({ value: String(at), weight })),
            { seats, margin },
          );
          expect(proposed.every(({ min, max }) => 0 <= min && min <= max && max <= seats)).toBe(true);
          expect(proposed.reduce((sum, { min }) => sum + min, 0)).toBeLessThanOrEqual(seats);
          expect(proposed.reduce((sum, { max }) => sum + max, 0)).toBeGreaterThanOrEqual(seats);
        },
      ),
    );
  });
});
