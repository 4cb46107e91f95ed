import { readFileSync, statSync } from "node:fs";
import { readRows as rowsOf } from "~/app/domain/kernel/read-rows";
import type { Result } from "~/app/domain/kernel/result";
import type { TableBreach } from "~/app/domain/kernel/table-limits";
import type { ImportTable } from "~/app/domain/sortition/import-table";

/** As large as what the screens take in (`server/http/read-table.ts`). */
const MOST_BYTES = 12 * 1024 * 1024;

type UnreadableCode =
  | TableBreach
  | "file-missing"
  | "file-too-large"
  | "file-is-spreadsheet"
  | "file-not-utf8"
  | "file-empty"
  | "quote-not-closed";

/** Where it stands, from 1 as a spreadsheet counts, and the most that is taken in. */
interface Place {
  readonly row?: number;
  readonly column?: number;
  readonly most?: number;
}

/** A file that is no text table or too large a one, with a code for the sentence, and the place where there is one. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: UnreadableCode,
    readonly path: string,
    readonly place: Place = {},
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
  const read = whole(rowsOf(text, separatorOf(text)));
  if (!read.ok) {
    const { code, data } = read.refusal;
    throw new UnreadableFile(code === "file-quotes-open" ? "quote-not-closed" : code, path, data as Place);
  }
  return read.value
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** Nobody waits for the command: it reads without a pause. */
function whole<Read extends Result<unknown>>(reading: Generator<undefined, Read>): Read {
  for (let step = reading.next(); ; step = reading.next()) if (step.done) return step.value;
}

function decode(path: string): string {
  let bytes: Buffer;
  try {
    if (statSync(path).size > MOST_BYTES) throw new UnreadableFile("file-too-large", path);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
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
function separatorOf(text: string): string {
  const plain = text
    .slice(0, 65_536)
    .replace(/"[^"]*"/g, "")
    .trimStart();
  const [line = ""] = plain.split(/\r\n|\n|\r/, 1);
  const counts = [",", ";", "\t", "|"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
