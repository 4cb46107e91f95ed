import type { RefusalCode } from "../refusal-code";
import { cleanCell } from "./cell";
import { type RowsRefusal, readRows, shapeOf } from "./read-rows";
import { accept, type Result, refuse } from "./result";

/** A file of rows. `rows[0]` is row `firstRow` of a spreadsheet, whose first row is 1; blank rows are kept, so that row numbers stay true. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly firstRow: number;
}

/** Ten times what 10,000 volunteers with ten columns need. */
export const mostTableBytes = 12 * 1024 * 1024;

export type TableRefusal =
  | RowsRefusal
  | "file-too-large"
  | "file-is-spreadsheet"
  | "file-not-text"
  | "file-not-utf-eight"
  | "file-without-rows";

/** Reading that pauses now and then, so that others may be served. */
export type Reading<Value, Code extends RefusalCode = TableRefusal> = Generator<undefined, Result<Value, Code>>;

/** Reads without a pause, where nobody waits. */
export function atOnce<Value, Code extends RefusalCode>(reading: Reading<Value, Code>): Result<Value, Code> {
  for (let step = reading.next(); ; step = reading.next()) if (step.done) return step.value;
}

/**
 * Reads a table, the one way in which this project does: UTF-8 with or without mark, or UTF-16 with one; cells separated by commas,
 * semicolons, tabs or bars, whichever fits the first rows best, or as Excel's first line `sep=;` says; any line ends (RFC 4180 otherwise).
 * The header is the first row that is not blank. Reading goes no further than the first place that is too much. Refuses as `readRows`
 * does, and what is no text, or has no row below its header.
 */
export function* readTable(bytes: Uint8Array): Reading<Table> {
  const all = yield* readWholeRows(bytes);
  if (!all.ok) return all;
  const at = all.value.findIndex(isFilled);
  const rows = all.value.slice(at + 1);
  if (at < 0 || !rows.some(isFilled)) return refuse("file-without-rows");
  const header = (all.value[at] ?? []).map(cleanCell);
  while (header.at(-1) === "") header.pop();
  return accept({ header, rows, firstRow: at + 2 });
}

/** The same for a file that may be a mere list: its rows, a header's among them, the blank ones too. */
export function* readWholeRows(bytes: Uint8Array): Reading<string[][]> {
  if (bytes.length === 0) return refuse("file-without-rows");
  if (bytes.length > mostTableBytes) return refuse("file-too-large", { megabytes: mostTableBytes / 1024 / 1024 });
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const [instruction, said] = /^sep=([^\r\n"])[ ,;|\t]*(?:\r\n|\n|\r)/i.exec(decoded.value) ?? [];
  const text = decoded.value.slice(instruction?.length ?? 0);
  return yield* readRows(text, said ?? separatorOf(text));
}

const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== "");

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);
/** A zip (.xlsx, .ods) and an old Office file (.xls). */
const spreadsheets = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function encodingOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | "utf-8" {
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  return startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : "utf-8";
}

function decode(bytes: Uint8Array): Result<string, TableRefusal> {
  if (spreadsheets.some((mark) => startsWith(bytes, mark))) return refuse("file-is-spreadsheet");
  const encoding = encodingOf(bytes);
  // All of it: PostgreSQL keeps no NUL, wherever it stands.
  if (encoding === "utf-8" && bytes.includes(0)) return refuse("file-not-text");
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? refuse("file-not-text") : accept(text);
  } catch {
    return refuse("file-not-utf-eight");
  }
}

const separators = [",", ";", "\t", "|"];
const sample = { rows: 20, signs: 64 * 1024 };

/**
 * What gives the first rows the header's number of cells most often, and more than one; then what leaves fewer quotes in the middle of
 * cells, then what gives more cells. A comma when nothing does.
 */
function separatorOf(text: string): string {
  const tried = separators.map((sign) => {
    const { widths, strayQuotes } = shapeOf(text, sign, sample);
    const [wide = 0, ...others] = widths;
    const alike = others.filter((width) => width === wide).length;
    const fit = wide < 2 ? -1 : others.length === 0 ? 1 : alike / others.length;
    return { sign, marks: [fit, -strayQuotes, wide] };
  });
  return tried.reduce((best, one) => (isBetter(one.marks, best.marks) ? one : best)).sign;
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((mark, place) => mark !== other[place]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}
