import { writeFileSync } from "node:fs";
import Papa from "papaparse";

/** Writes a table for spreadsheets: UTF-8 with its mark, and no cell that a spreadsheet would take for a formula. */
export function writeCsv(path: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(path, `\uFEFF${Papa.unparse(rows.map((cells) => cells.map(harmless)))}\r\n`);
}

/** A cell that cannot be a formula: an apostrophe before signs that begin one; plain numbers stay. */
export function harmless(cell: string): string {
  const isNumber = /^[+-]?\d+([.,]\d+)?$/.test(cell);
  return /^\s*[=+\-@\t\r|]/.test(cell) && !isNumber ? `'${cell}` : cell;
}
