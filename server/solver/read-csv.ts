import { readFileSync, statSync } from "node:fs";
import {
  atOnce,
  mostTableBytes,
  type Reading,
  readTable,
  readWholeRows,
  type Table,
  type TableRefusal,
} from "~/app/domain/kernel/read-table";

/** Where it stands, from 1 as a spreadsheet counts, and the most that is taken in. */
interface Place {
  readonly row?: number;
  readonly column?: number;
  readonly most?: number;
}

/** A file that is not there, or no table, with the code that the screens have for it, and the place where there is one. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: TableRefusal | "file-missing",
    readonly path: string,
    readonly place: Place = {},
  ) {
    super(`${code}: ${path}`);
  }
}

/** A file as a table, read as the screens read it. */
export function readCsv(path: string): Table {
  return ofFile(path, readTable);
}

/** All rows that are not blank, with their number in the file. */
export function readRows(path: string): { row: number; cells: string[] }[] {
  return ofFile(path, readWholeRows)
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

function ofFile<Value>(path: string, read: (bytes: Uint8Array) => Reading<Value>): Value {
  const taken = atOnce(read(bytesOf(path)));
  if (taken.ok) return taken.value;
  const { code, data } = taken.refusal;
  throw new UnreadableFile(code, path, data as Place);
}

/** A file larger than what is taken in is not read at all. */
function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size <= mostTableBytes) return readFileSync(path);
  } catch {
    throw new UnreadableFile("file-missing", path);
  }
  throw new UnreadableFile("file-too-large", path);
}
