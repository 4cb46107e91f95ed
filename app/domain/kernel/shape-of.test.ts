import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows } from "./csv";
import { readRows, shapeOf } from "./read-rows";
import { atOnce } from "./read-table";

const all = { rows: 99, signs: 9999 };
const cell = fc.string({ unit: fc.constantFrom(...'ab,;"\n '), maxLength: 4 }).map((text) => `x${text}`);
const tables = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

describe("what a text looks like with one separator", () => {
  it("is as many cells in each row as are read there, and no quotes go astray in what was written so", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        expect(shapeOf(csvRows(rows), ",", all)).toEqual({ widths: rows.map((row) => row.length), strayQuotes: 0 });
      }),
      { verbose: 1 },
    );
  });

  it("counts the rows that are not blank, as reading does, over any text whose quotes close", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab,;\n "), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom(",", ";"), (written, separator) => {
        const read = atOnce(readRows(written, separator));
        const filled = read.ok ? read.value.filter((row) => row.some((one) => one.trim() !== "")) : [];
        const { widths } = shapeOf(`${written}\n`, separator, all);
        if (filled.length > 0) expect(widths).toEqual(filled.map((row) => row.length));
      }),
      { numRuns: 200, verbose: 1 },
    );
  });

  it("is looked at for so many rows and no further", () => {
    const text = "a,b\nc\n\nd,e,f\ng";
    expect([1, 2, 3, 4].map((rows) => shapeOf(text, ",", { rows, signs: 99 }).widths)).toEqual([
      [2],
      [2, 1],
      [2, 1, 3],
      [2, 1, 3, 1],
    ]);
  });

  it("is looked at for so many signs; a first row that is longer counts as far as it was seen", () => {
    expect(shapeOf("a,b,c,d\ne,f", ",", { rows: 9, signs: 4 }).widths).toEqual([2]);
    expect(shapeOf("", ",", all).widths).toEqual([0]);
  });

  it("has stray quotes where they enclose nothing, or never close: a sign of another separator", () => {
    expect(shapeOf('5" pipe;"a;b"\n', ";", all).strayQuotes).toBe(1);
    expect(shapeOf('5" pipe;"a,b"\n', ",", all).strayQuotes).toBe(2);
    expect(shapeOf('a,"b\nc', ",", all)).toEqual({ widths: [2], strayQuotes: 1 });
  });
});
