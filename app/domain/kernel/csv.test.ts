import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { csv, csvRows, csvStart, unguarded } from "./csv";

test("cells with commas, quotes or lines are quoted", () => {
  expect(csv([["a", 'b "c", d', "e\nf"]])).toBe('\ufeffa,"b ""c"", d","e\nf"\r\n');
});

test.each(["=1+1", "+33", "-2", "@x", "\tx", "\rx", "  =1", "|calc"])("%j is not run as a formula", (text) => {
  expect(csv([[text]])).toContain(`'${text}`);
});

test("a word with a sign of calculation inside is left as it is", () => {
  for (const text of ["16-29", "a+b", "zoe@example.org", "x=1", "l'île", "'tis"])
    expect(csvRows([[text]])).toBe(`${text}\r\n`);
});

test("what could be taken for another separator, or for Excel's own first line, is quoted", () => {
  for (const text of ["a;b", "a|b", "a\tb", "sep=;", "SEP=,"]) expect(csvRows([[text]])).toBe(`"${text}"\r\n`);
});

test("no rows are the mark alone, and a row without cells is a line", () => {
  expect([csv([]), csv([[]]), csvRows([])]).toEqual([csvStart, `${csvStart}\r\n`, ""]);
});

describe("the apostrophe before a formula", () => {
  const texts = fc.string({ unit: fc.constantFrom(..."'=+-@| \ta1"), maxLength: 6 });

  it("comes off as it went on, however many there were before", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = csvRows([[text]]).slice(0, -2);
        const cell = written.startsWith('"') ? written.slice(1, -1) : written;
        expect(unguarded(cell)).toBe(text);
      }),
      { numRuns: 300, verbose: 1 },
    );
  });

  it("is taken off only where a formula follows", () => {
    expect(["'=1", "''=1", "'a", "=1", "'", ""].map(unguarded)).toEqual(["=1", "'=1", "'a", "=1", "'", ""]);
  });
});

test("a file written piece by piece is the file written at once", () => {
  const row = fc.array(fc.string({ maxLength: 5 }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.nat(6), (rows, cut) => {
      expect(csvStart + csvRows(rows.slice(0, cut)) + csvRows(rows.slice(cut))).toBe(csv(rows));
    }),
    { verbose: 1 },
  );
});
