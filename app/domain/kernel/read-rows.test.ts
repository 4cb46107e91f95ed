import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows } from "./csv";
import { readRows } from "./read-rows";
import { longestTableCell, longestTableRow, mostTableCells, mostTableColumns, mostTableRows } from "./table-limits";

/** What is read, and how often the reader paused. */
function read(text: string, separator = ",") {
  const reading = readRows(text, separator);
  for (let pauses = 0; ; pauses++) {
    const step = reading.next();
    if (step.done) return { ...step.value, pauses };
  }
}
const rowsOf = (text: string, separator?: string) => {
  const { ok, ...result } = read(text, separator);
  return ok && "value" in result ? result.value : result;
};
const refusalOf = (text: string) => {
  const result = read(text);
  return result.ok ? undefined : result.refusal;
};

describe("rows of a text", () => {
  it("are those that were written, over 300 tables", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", "\n", "\r\n", ";", "\t") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const kept = rows.map((row) => row.map((text) => `x${text}`));
        expect(rowsOf(csvRows(kept))).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });

  it("may end in any way, also in the middle of a row", () => {
    expect(rowsOf("a,b\r\n1,2\r3,\n\n,")).toEqual([["a", "b"], ["1", "2"], ["3", ""], [""], ["", ""]]);
    expect(rowsOf("")).toEqual([]);
    expect(rowsOf("a;b", ";")).toEqual([["a", "b"]]);
  });

  it("keep quotes that do not enclose a cell, and drop spaces after those that do", () => {
    expect(rowsOf('5" pipe,"a" ,"b" c"\n')).toEqual([['5" pipe', "a", 'b" c']]);
  });

  it("are refused at the row and column where quotes open and never close", () => {
    expect(refusalOf('a,b\n1,"open\n2,b')).toEqual({ code: "file-quotes-open", data: { row: 2, column: 2 } });
  });
});

describe("what is too much", () => {
  it("is refused at its row and column", () => {
    const wide = ",".repeat(mostTableColumns);
    expect(refusalOf(`a,b\n${wide}`)).toEqual({
      code: "file-too-many-columns",
      data: { row: 2, most: mostTableColumns },
    });
    const long = "x".repeat(longestTableCell + 1);
    for (const cell of [long, `"${long}"`, `"${long}`, `"${'""'.repeat(longestTableCell + 1)}"`, `"${long}" z"`]) {
      expect(refusalOf(`a,b\n1,2\n3,${cell}`)).toEqual({
        code: "file-cell-too-long",
        data: { row: 3, column: 2, most: longestTableCell },
      });
    }
    const row = Array.from({ length: mostTableColumns }, () => "x".repeat(longestTableRow / mostTableColumns)).join(
      ",",
    );
    expect(refusalOf(row)).toMatchObject({ code: "file-row-too-long", data: { row: 1 } });
    expect(refusalOf("\n".repeat(mostTableRows + 2))).toMatchObject({ code: "file-too-many-rows" });
    const full = `${",".repeat(mostTableColumns - 1)}\n`;
    expect(refusalOf(full.repeat(mostTableCells / mostTableColumns + 1))).toMatchObject({
      code: "file-too-many-cells",
    });
  });

  it("is not what just fits", () => {
    expect(read(`${",".repeat(mostTableColumns - 1)}\n${"x".repeat(longestTableCell)}`).ok).toBe(true);
    expect(read("\n".repeat(mostTableRows + 1)).ok).toBe(true);
  });

  it("is found without looking further: a text as long again makes no more work", () => {
    const texts = [",", "\n", "x", '"', '"x ', '"x,y\n', "a,b\n", '" ', '"" '].map(
      (part) => (times: number) => `id,name\n1,${part.repeat(times)}`,
    );
    for (const text of texts) {
      let looked = 0;
      const counted = (source: string) =>
        new Proxy(new String(source), {
          get(target, key) {
            looked++;
            const found = Reflect.get(target, key);
            return typeof found === "function" ? found.bind(target) : found;
          },
        }) as unknown as string;
      const work = (times: number): number => {
        looked = 0;
        read(counted(text(times)));
        return looked;
      };
      expect(work(400_000)).toBe(work(200_000));
    }
  });

  it("pauses after each 64 Ki signs, so that others are served", () => {
    const { pauses } = read("id,name\n".repeat(40_000));
    expect(pauses).toBe(4);
  });
});
