import { type Result, refuse } from "./result";

/** Five times the 10,000 volunteers that the largest pools have. */
export const mostTableRows = 50_000;
/** Nobody says by hand what more columns mean; the files of cities and survey institutes have ten to sixty. */
export const mostTableColumns = 200;
/** Signs (UTF-16) in one cell: a long remark. */
export const longestTableCell = 5_000;
/** Signs in one row, separators included: each of its columns filled with a sentence or two. */
export const longestTableRow = 100_000;
/** Forty columns for each of the most rows. */
export const mostTableCells = 2_000_000;

/** Why a table is not taken in: the first place where it is too much. */
export type TableBreach =
  | "file-too-many-columns"
  | "file-cell-too-long"
  | "file-row-too-long"
  | "file-too-many-rows"
  | "file-too-many-cells";

export interface TableGuard {
  /** Asks before a cell is added at its place; `length` in signs. */
  cell(length: number): Result<undefined, TableBreach>;
  /** The row that was read has ended. */
  endRow(): Result<undefined, TableBreach>;
}

const fits = { ok: true, value: undefined } as const;

/**
 * Counts a table while it is read, cell by cell, so that the reader stops at the first that is too much. Refuses
 * `file-too-many-columns`, `file-cell-too-long`, `file-row-too-long` (data: row, and column where there is one, from 1 as a
 * spreadsheet counts), `file-too-many-rows` and `file-too-many-cells`; `most` is the limit.
 */
export function guardTable(): TableGuard {
  let [rows, cells, column, signs] = [0, 0, 0, 0];
  return {
    cell(length) {
      column++;
      signs += length + 1;
      const row = rows + 1;
      if (column > mostTableColumns) return refuse("file-too-many-columns", { row, most: mostTableColumns });
      if (length > longestTableCell) return refuse("file-cell-too-long", { row, column, most: longestTableCell });
      if (signs > longestTableRow) return refuse("file-row-too-long", { row, most: longestTableRow });
      if (++cells > mostTableCells) return refuse("file-too-many-cells", { most: mostTableCells });
      return fits;
    },
    endRow() {
      [column, signs] = [0, 0];
      return ++rows > mostTableRows + 1 ? refuse("file-too-many-rows", { most: mostTableRows }) : fits;
    },
  };
}

/** Counts rows that are there, as the next ones of a table whose first is its header. Refuses as `guardTable` does. */
export function guardRows(guard: TableGuard, rows: readonly (readonly string[])[]): Result<undefined, TableBreach> {
  for (const row of rows) {
    for (const cell of row) {
      const taken = guard.cell(cell.length);
      if (!taken.ok) return taken;
    }
    const ended = guard.endRow();
    if (!ended.ok) return ended;
  }
  return fits;
}
