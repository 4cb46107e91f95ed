import { unguarded } from "./csv";
import { accept, type Result, refuse } from "./result";
import { guardTable, longestTableCell, type TableBreach } from "./table-limits";

/** After as many signs the reader pauses, so that others may be served. */
const PIECE = 64 * 1024;

export type RowsRefusal = TableBreach | "file-quotes-open";

/** A cell, and where what follows it stands: a separator, a line end, or the end of the text. */
interface Cell {
  readonly text: string;
  readonly end: number;
  /** False: its quotes never close. */
  readonly closed: boolean;
}

/**
 * Reads the rows of a CSV text, any line ends (RFC 4180). Quotes count at the beginning of a cell; spaces after the closing ones are
 * dropped, and quotes that something else follows belong to the text. An apostrophe that was written before a formula is taken off. Each sign is looked at once, and reading stops at the first
 * place that is too much: neither time nor memory follows from more than the limits of `guardTable`. Yields after each 64 Ki signs.
 * Refuses as `guardTable` does, and `file-quotes-open`, with row and column from 1.
 */
export function* readRows(text: string, separator: string): Generator<undefined, Result<string[][], RowsRefusal>> {
  const guard = guardTable();
  const rows: string[][] = [];
  let row: string[] = [];
  let rested = 0;
  for (let at = 0; at < text.length || row.length > 0; ) {
    const cell = cellAt(text, at, separator);
    const taken = guard.cell(cell.text.length);
    if (!taken.ok) return taken;
    row.push(unguarded(cell.text));
    if (!cell.closed) return refuse("file-quotes-open", { row: rows.length + 1, column: row.length });
    at = cell.end + 1;
    if (text[cell.end] === separator) continue;
    if (text[cell.end] === "\r" && text[at] === "\n") at++;
    rows.push(row);
    row = [];
    const ended = guard.endRow();
    if (!ended.ok) return ended;
    if (at - rested < PIECE) continue;
    rested = at;
    yield;
  }
  return accept(rows);
}

/** What a text looks like, read with one separator. */
export interface Shape {
  /** How many cells each of the first rows has that are not blank. */
  readonly widths: readonly number[];
  /** Cells with quotes that enclose nothing, or that never close: a sign of another separator. */
  readonly strayQuotes: number;
}

/** Looks at so many rows and signs and no further: where it stops in the middle of the first row, that row counts as far as it was seen. */
export function shapeOf(
  text: string,
  separator: string,
  most: { readonly rows: number; readonly signs: number },
): Shape {
  const widths: number[] = [];
  let [width, filled, strayQuotes] = [0, false, 0];
  for (let at = 0; at < text.length && at < most.signs && widths.length < most.rows; ) {
    const cell = cellAt(text, at, separator);
    width++;
    if (!cell.closed || (text[at] !== '"' && cell.text.includes('"'))) strayQuotes++;
    if (!cell.closed) widths.push(width);
    if (!cell.closed || !endsCell(text[cell.end], separator)) break;
    filled ||= cell.text.trim() !== "";
    at = cell.end + 1;
    if (text[cell.end] === separator) continue;
    if (filled) widths.push(width);
    [width, filled] = [0, false];
  }
  return { widths: widths.length > 0 ? widths : [width], strayQuotes };
}

function cellAt(text: string, at: number, separator: string): Cell {
  return text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
}

function endsCell(sign: string | undefined, separator: string): boolean {
  return sign === undefined || sign === separator || sign === "\n" || sign === "\r";
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (!endsCell(text[end], separator) && end - start <= longestTableCell) end++;
  return { text: text.slice(start, end), end, closed: true };
}

function quotedCell(text: string, start: number, separator: string): Cell {
  let content = "";
  for (let at = start + 1; content.length <= longestTableCell; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0)
      return { text: content + text.slice(at, at + longestTableCell + 1), end: text.length, closed: false };
    content += text.slice(at, Math.min(quote, at + longestTableCell + 1));
    if (text[quote + 1] === '"') {
      content += '"';
      at = quote + 2;
      continue;
    }
    let after = quote + 1;
    while (text[after] === " " && after - quote <= longestTableCell) after++;
    if (endsCell(text[after], separator)) return { text: content, end: after, closed: true };
    content += text.slice(quote, after);
    at = after;
  }
  return { text: content, end: text.length, closed: true };
}
