import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { ImportTable } from "~/app/domain/sortition/import-table";

/** A file that is no text table, with a code for the sentence. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: "file-missing" | "file-is-spreadsheet" | "file-not-utf8" | "file-empty" | "quote-not-closed",
    readonly path: string,
    readonly row?: number,
  ) {
    super(`${code}: ${path}`);
  }
}

/** A CSV file as a table: UTF-8 or UTF-16 with or without mark, comma, semicolon or tab, blank lines skipped but counted. */
export function readCsv(path: string): ImportTable {
  const [header, ...rows] = readRows(path);
  if (!header) throw new UnreadableFile("file-empty", path);
  return { header: header.cells, rows };
}

/** All rows that are not blank, with their number in the file. */
export function readRows(path: string): { row: number; cells: string[] }[] {
  const text = decode(path);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const open = errors.find(({ code }) => code === "MissingQuotes");
  if (open) throw new UnreadableFile("quote-not-closed", path, (open.row ?? 0) + 1);
  return data
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

function decode(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UnreadableFile("file-missing", path);
  }
  if (isSpreadsheet(bytes)) throw new UnreadableFile("file-is-spreadsheet", path);
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile("file-not-utf8", path);
  }
}

/** The beginnings of xlsx and ods (a zip), and of the older xls. */
function isSpreadsheet(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4).toString("hex");
  return start === "504b0304" || start === "d0cf11e0";
}

/** The separator that the first line has most of, outside of quotes; a comma when it has none. */
function delimiterOf(text: string): string {
  const plain = text
    .slice(0, 65_536)
    .replace(/"[^"]*"/g, "")
    .trimStart();
  const [line = ""] = plain.split(/\r\n|\n|\r/, 1);
  const counts = [",", ";", "\t", "|"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
