import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Quota } from "../sortition/draw-request";
import { validateRequest } from "../sortition/validate-request";
import { readQuotas } from "./read-quotas";

const full = ["feature", "value", "min", "max", "min_flex", "max_flex"];
const read = (rows: string[][], header = full) => readQuotas({ header, rows, firstRow: 2 });
const told = (rows: string[][], header = full) =>
  read(rows, header).problems.map(({ row, column, code }) => [row, column, code]);

const bound = fc.integer({ min: 0, max: 999 });
const quotas = fc.uniqueArray(
  fc
    .record({
      feature: fc.constantFrom("Age", "Lieu de vie", "Genre"),
      value: fc.constantFrom("16-29", "30+", "Femme", "été"),
      bounds: fc.tuple(bound, bound, bound, bound).map((four) => [...four].sort((a, b) => a - b)),
      flexible: fc.boolean(),
    })
    .map(
      ({ feature, value, bounds: [minFlex = 0, min = 0, max = 0, maxFlex = 0], flexible }): Quota => ({
        ...{ feature, value, min, max },
        ...(flexible && { minFlex, maxFlex }),
      }),
    ),
  { selector: ({ feature, value }) => `${feature} ${value}`, maxLength: 8 },
);
const rowOf = ({ feature, value, min, max, minFlex, maxFlex }: Quota): string[] =>
  [feature, value, min, max, minFlex ?? "", maxFlex ?? ""].map(String);

describe("quotas of a file", () => {
  it("are those that were written, and the draw finds nothing wrong with them", () => {
    fc.assert(
      fc.property(quotas, (list) => {
        expect(read(list.map(rowOf))).toEqual({ quotas: list, problems: [] });
        const request = { people: [], quotas: list, seats: 1, algorithm: "quick", seed: "" } as const;
        const codes = validateRequest(request).map(({ code }) => code);
        expect(codes.filter((code) => code.startsWith("quota"))).toEqual([]);
      }),
      { verbose: 1 },
    );
  });

  it("are the same whatever the order of columns, and whatever stands beside them", () => {
    fc.assert(
      fc.property(quotas, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (list, order) => {
        const turned = (cells: string[]): string[] => order.map((at) => cells[at] ?? "");
        const rows = list.map((quota) => turned([...rowOf(quota), "a remark"]));
        expect(read(rows, turned([...full, "note"]))).toEqual(read(list.map(rowOf)));
      }),
      { verbose: 1 },
    );
  });

  it("have their names in whatever spelling: capitals, hyphens or spaces", () => {
    const header = ["Feature", "VALUE", " Min", "máx", "Min-Flex", "max flex"];
    expect(read([["Age", "a", "1", "2", "0", "3"]], header)).toEqual({
      quotas: [{ feature: "Age", value: "a", min: 1, max: 2, minFlex: 0, maxFlex: 3 }],
      problems: [],
    });
  });

  it("are of one feature whose names are one value, in the first spelling", () => {
    const { quotas: found } = read([
      ["Âge", "a", "0", "1", "", ""],
      ["AGE", "b", "0", "1", "", ""],
    ]);
    expect(found.map(({ feature }) => feature)).toEqual(["Âge", "Âge"]);
  });
});

describe("a bad cell of a quotas file", () => {
  it("is a value, a minimum or a maximum that is missing; the quota is answered all the same, to check people against", () => {
    expect(told([["Age", "a", "", "", "", ""]])).toEqual([
      [2, "min", "quota-number-missing"],
      [2, "max", "quota-number-missing"],
    ]);
    expect(read([["Age", "a", "", "x", "", ""]]).quotas).toEqual([{ feature: "Age", value: "a", min: 0, max: 0 }]);
    const without = read([["Age", " ", "0", "1", "", ""]]);
    expect([without.quotas, without.problems.map(({ code }) => code)]).toEqual([[], ["quota-value-empty"]]);
  });

  it.each(["-1", "1e3", "0x1", "1 000", "½", "1/2", "one", "--", "1234567890", "١"])("is the number %j", (text) => {
    expect(read([["Age", "a", "0", text, "", ""]]).problems).toEqual([
      { row: 2, column: "max", code: "quota-number-not-whole", value: text },
    ]);
  });

  it.each([
    ["+3", 3],
    ["003", 3],
    ["3.0", 3],
    ["3,", 3],
    ["0", 0],
    ["999999999", 999_999_999],
  ])("is not the number %j", (text, max) => {
    expect(read([["Age", "a", "0", text, "", ""]])).toEqual({
      problems: [],
      quotas: [{ feature: "Age", value: "a", min: 0, max }],
    });
  });

  it("is a bound on the wrong side of another, with both", () => {
    const crossed = read([["Age", "a", "3", "2", "4", "1"]]).problems;
    expect(crossed.map(({ column, code, value }) => [column, code, value])).toEqual([
      ["max", "quota-min-over-max", "3 > 2"],
      ["min_flex", "quota-flex-order", "4 > 3"],
      ["max_flex", "quota-flex-order", "2 > 1"],
    ]);
  });

  it("is a quota that comes again, with the row of the first, however many rows lie between", () => {
    const rows = [
      ["Age", "16-29", "0", "1", "", ""],
      ["", "", "", "", "", ""],
      ["âge", "16–29", "0", "1", "", ""],
    ];
    expect(read(rows).problems).toEqual([
      { row: 4, column: "value", code: "quota-doubled", value: "16–29", firstRow: 2 },
    ]);
  });

  it("is one beyond the header, unless it is empty", () => {
    expect(told([["Age", "a", "0", "1", "", "", "", " "]])).toEqual([]);
    expect(told([["Age", "a", "0", "1", "", "", "", "x"]])).toEqual([[2, "8", "row-too-long"]]);
  });

  it("is a column that is missing; which names are looked for follows the one that is there", () => {
    expect(told([], ["category", "min", "max"])).toEqual([[1, "name", "quota-column-missing"]]);
    expect(told([], ["value", "min", "max"])).toEqual([[1, "feature", "quota-column-missing"]]);
    expect(told([], [])).toEqual(["feature", "value", "min", "max"].map((name) => [1, name, "quota-column-missing"]));
  });
});
