import { type RowsRefusal, readRows } from "~/app/domain/kernel/read-rows";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { cleanCell } from "~/app/domain/recruitment/clean-cell";

/** A file of rows. `rows[0]` is row 2 of a spreadsheet; blank rows are kept, so that row numbers stay true. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Ten times what 10,000 volunteers with ten columns need. */
export const MOST_TABLE_BYTES = 12 * 1024 * 1024;
const HEADER_SIGNS = 64 * 1024;

export type TableRefusal =
  | RowsRefusal
  | "file-too-large"
  | "file-is-spreadsheet"
  | "file-not-text"
  | "file-not-utf-eight"
  | "file-without-rows";

/**
 * Reads a CSV: UTF-8 with or without mark, separated by commas, semicolons or tabs, any line ends (RFC 4180 otherwise). The text is
 * taken in pieces, so that others are served in between, and no further than the first place that is too much (`readRows`). `field`
 * is the form's field the refusal stands beside.
 */
export async function readTable(bytes: Uint8Array, field: string): Promise<Result<Table, TableRefusal>> {
  if (bytes.length === 0) return refuse("file-without-rows", {}, field);
  if (bytes.length > MOST_TABLE_BYTES) return refuse("file-too-large", { megabytes: 12 }, field);
  const text = decode(bytes, field);
  if (!text.ok) return text;
  const rows = await takeRows(text.value);
  if (!rows.ok) return { ok: false, refusal: { ...rows.refusal, field } };
  const [first = [], ...rest] = rows.value;
  const header = first.map(cleanCell);
  while (header.at(-1) === "") header.pop();
  if (!rest.some((row) => row.some((cell) => cell.trim() !== ""))) return refuse("file-without-rows", {}, field);
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
  // All of it: PostgreSQL keeps no NUL, wherever it stands.
  if (bytes.includes(0)) return refuse("file-not-text", {}, field);
  try {
    return accept(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("file-not-utf-eight", {}, field);
  }
}

async function takeRows(text: string): Promise<Result<string[][], RowsRefusal>> {
  const reading = readRows(text, separatorOf(text));
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What separates the cells of the header: the one of the three that stands there most often, outside quotes. */
function separatorOf(text: string): string {
  const found = new Map([",", ";", "\t"].map((separator) => [separator, 0]));
  let quoted = false;
  for (const letter of text.slice(0, HEADER_SIGNS)) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === "\n" || letter === "\r")) break;
    else if (!quoted && found.has(letter)) found.set(letter, (found.get(letter) ?? 0) + 1);
  }
  return [...found].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
