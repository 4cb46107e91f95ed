import { cleanCell, valueKey } from "~/app/domain/kernel/cell";
import { readRows } from "./read-csv";

/** A line of a list of people, with its row in the file. */
export interface ListedId {
  readonly id: string;
  readonly row: number;
}

/** Ids from a file: one per line, or the id column of a table; each once, at its first row. */
export function readIdList(path: string, idColumn: string | undefined): ListedId[] {
  const rows = readRows(path);
  const header = rows[0]?.cells.map(valueKey) ?? [];
  const names = [idColumn, "nationbuilder_id", "id"].flatMap((name) => (name ? [valueKey(name)] : []));
  const place = names.map((name) => header.indexOf(name)).find((at) => at >= 0);
  const rowOf = new Map<string, number>();
  for (const { row, cells } of place === undefined ? rows : rows.slice(1)) {
    const id = cleanCell(cells[place ?? 0]);
    if (id !== "" && !rowOf.has(id)) rowOf.set(id, row);
  }
  return [...rowOf].map(([id, row]) => ({ id, row }));
}
