import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { csvRows } from "./csv";
import { readRows } from "./read-rows";
import { atOnce } from "./read-table";
import {
  guardRows,
  guardTable,
  longestTableCell,
  longestTableRow,
  mostTableCells,
  mostTableColumns,
  mostTableRows,
} from "./table-limits";

const checkTable = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  guardRows(guardTable(), [header, ...rows]);
const cells = (count: number, length = 0): string[] => new Array<string>(count).fill("x".repeat(length));

describe("a table at its limits", () => {
  it("has as many columns, and cells and rows as long, as may be", () => {
    expect(checkTable(cells(mostTableColumns), [cells(1, longestTableCell)])).toEqual({ ok: true, value: undefined });
    const each = longestTableRow / mostTableColumns - 1;
    expect(checkTable(cells(2), [cells(mostTableColumns, each)]).ok).toBe(true);
  });

  it.each([
    [
      "a column more",
      cells(mostTableColumns + 1),
      { code: "file-too-many-columns", data: { row: 2, most: mostTableColumns } },
    ],
    [
      "a sign more in a cell",
      ["a", ...cells(1, longestTableCell + 1)],
      { code: "file-cell-too-long", data: { row: 2, column: 2, most: longestTableCell } },
    ],
    [
      "a sign more in a row",
      [...cells(mostTableColumns - 1, 499), ...cells(1, 500)],
      { code: "file-row-too-long", data: { row: 2, most: longestTableRow } },
    ],
  ])("has not %s", (_, row, refusal) => {
    expect(checkTable(["id", "name"], [row])).toEqual({ ok: false, refusal });
  });

  it("has its header beside as many rows as may be, and no row more", () => {
    const rows = (count: number): string[][] => new Array<string[]>(count).fill([]);
    expect(checkTable([], rows(mostTableRows)).ok).toBe(true);
    expect(checkTable([], rows(mostTableRows + 1))).toMatchObject({
      refusal: { code: "file-too-many-rows", data: { most: mostTableRows } },
    });
  });

  it("has as many cells in all as may be, and not one more", () => {
    const guard = guardTable();
    for (let cell = 1; cell <= mostTableCells; cell++) {
      if (!guard.cell(0).ok) throw new Error(`cell ${cell}`);
      if (cell % mostTableColumns === 0 && !guard.endRow().ok) throw new Error(`row after cell ${cell}`);
    }
    expect(guard.cell(0)).toMatchObject({ refusal: { code: "file-too-many-cells", data: { most: mostTableCells } } });
  });
});

test("the first place that is too much is the one that is told", () => {
  const wide = cells(mostTableColumns + 1);
  const long = cells(1, longestTableCell + 1);
  expect(checkTable(["id"], [long, wide])).toMatchObject({ refusal: { code: "file-cell-too-long", data: { row: 2 } } });
  expect(checkTable(["id"], [wide, long])).toMatchObject({
    refusal: { code: "file-too-many-columns", data: { row: 2 } },
  });
});

test("a table that is there and its text are refused alike, over 100 tables near the limits", () => {
  const cell = fc.constantFrom(0, 1, 498, 499, 500, longestTableCell, longestTableCell + 1);
  const row = fc
    .tuple(fc.constantFrom(1, 2, 199, 200, 201), cell)
    .map(([count, length]) => (count > 2 ? cells(count, Math.min(500, length)) : cells(count, length)));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const [header = [], ...others] = rows;
      const read = atOnce(readRows(csvRows(rows), ","));
      const checked = checkTable(header, others);
      expect(read.ok ? undefined : read.refusal).toEqual(checked.ok ? undefined : checked.refusal);
    }),
    { numRuns: 100, verbose: 1 },
  );
});
