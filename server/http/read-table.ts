import { Readable } from "node:stream";
import Papa from "papaparse";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { cleanCell } from "~/app/domain/recruitment/clean-cell";

/** A file of rows. `rows[0]` is row 2 of a spreadsheet; blank rows are kept, so that row numbers stay true. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Ten times what 10,000 volunteers with ten columns need. */
export const MOST_TABLE_BYTES = 12 * 1024 * 1024;
export const MOST_TABLE_ROWS = 50_000;
const PIECE = 64 * 1024;

export type TableRefusal =
  | "file-required"
  | "file-too-large"
  | "file-is-spreadsheet"
  | "file-not-text"
  | "file-not-utf-eight"
  | "file-quotes-open"
  | "file-without-rows"
  | "file-too-many-rows";

/**
 * Reads a CSV: UTF-8 with or without mark, separated by commas, semicolons or tabs, any line ends (RFC 4180 otherwise). The text is
 * taken in pieces, so that others are served in between. `field` is the form's field the refusal stands beside.
 */
export async function readTable(bytes: Uint8Array, field: string): Promise<Result<Table, TableRefusal>> {
  if (bytes.length === 0) return refuse("file-required", {}, field);
  if (bytes.length > MOST_TABLE_BYTES) return refuse("file-too-large", { megabytes: 12 }, field);
  const text = decode(bytes, field);
  if (!text.ok) return text;
  const { rows, quotesOpen } = await parse(text.value);
  if (quotesOpen) return refuse("file-quotes-open", {}, field);
  const [first = [], ...rest] = rows;
  const header = first.map(cleanCell);
  while (header.at(-1) === "") header.pop();
  if (!rest.some((row) => row.some((cell) => cell.trim() !== ""))) return refuse("file-without-rows", {}, field);
  if (rest.length > MOST_TABLE_ROWS) return refuse("file-too-many-rows", { rows: MOST_TABLE_ROWS }, field);
  return accept({ header, rows: rest });
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);
/** A zip (.xlsx, .ods) and an old Office file (.xls). */
const spreadsheets = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function decode(bytes: Uint8Array, field: string): Result<string, TableRefusal> {
  if (spreadsheets.some((mark) => startsWith(bytes, mark))) return refuse("file-is-spreadsheet", {}, field);
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]))
    return refuse("file-not-utf-eight", {}, field);
  if (bytes.subarray(0, 65_536).includes(0)) return refuse("file-not-text", {}, field);
  try {
    return accept(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("file-not-utf-eight", {}, field);
  }
}

function parse(text: string): Promise<{ rows: string[][]; quotesOpen: boolean }> {
  const rows: string[][] = [];
  let quotesOpen = false;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(Readable.from(piecesOf(text)), {
      delimiter: delimiterOf(text),
      chunk({ data, errors }) {
        for (const row of data) rows.push(row);
        if (errors.some(({ code }) => code === "MissingQuotes")) quotesOpen = true;
      },
      complete: () => resolve({ rows, quotesOpen }),
      error: reject,
    });
  });
}

/** What separates the cells of the header: the one of the three that stands there most often, outside quotes. */
function delimiterOf(text: string): string {
  const found = new Map([",", ";", "\t"].map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const letter of text.slice(0, PIECE)) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === "\n" || letter === "\r")) break;
    else if (!quoted && found.has(letter)) found.set(letter, (found.get(letter) ?? 0) + 1);
  }
  return [...found].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}
