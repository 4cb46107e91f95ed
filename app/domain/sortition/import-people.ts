import type { DrawCandidate, Quota } from "./draw-request";
import { type BadCell, columnsOf, folded, type ImportTable, surplusCells } from "./import-table";

const table = "people";
const usualIdColumns = ["nationbuilder_id", "id"];

export interface PeopleColumns {
  /** The column of ids; otherwise `nationbuilder_id` or `id` if there is one that is no feature, otherwise rows count from 0. */
  readonly id?: string;
  readonly household?: readonly string[];
}

export interface ImportedPeople {
  readonly people: DrawCandidate[];
  /** The cells of each person's row, by id. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  readonly problems: BadCell[];
  /** Rows left out because their id is blank. */
  readonly skippedRows: number[];
}

/**
 * People from a table with one row each: an id column, one column per feature of the quotas (names and values compared without
 * case and surplus spaces), address columns. Every bad cell is told with its row and column.
 */
export function importPeople(source: ImportTable, quotas: readonly Quota[], columns: PeopleColumns): ImportedPeople {
  const { places, problems } = columnsOf(source, table);
  const known = knownValues(quotas);
  const idColumn = columns.id ?? usualIdColumns.find((name) => places.has(name) && !known.has(name));
  const features = [...known.values()].map(({ feature }) => feature);
  for (const column of [...(columns.id ? [columns.id] : []), ...features, ...(columns.household ?? [])]) {
    if (!places.has(folded(column))) problems.push({ code: "column-missing", table, row: 1, column });
  }
  if (problems.length > 0) return { people: [], rows: new Map(), skippedRows: [], problems };
  problems.push(...surplusCells(source, table));
  const people: DrawCandidate[] = [];
  const rows = new Map<string, readonly string[]>();
  const rowOf = new Map<string, number>();
  const skippedRows: number[] = [];
  source.rows.forEach(({ row, cells }, order) => {
    const cellOf = (column: string): string => cells[places.get(folded(column)) ?? -1]?.trim() ?? "";
    const id = idColumn === undefined ? String(order) : cellOf(idColumn);
    if (id === "") {
      skippedRows.push(row);
      return;
    }
    const before = rowOf.get(id);
    if (before !== undefined) {
      problems.push({ code: "person-doubled", table, row, ...(idColumn && { column: idColumn }), id, rows: [before] });
    }
    rowOf.set(id, before ?? row);
    rows.set(id, cells);
    const values = readFeatures({ row, cellOf, known }, problems);
    people.push({ id, features: values, ...(columns.household && { household: columns.household.map(cellOf) }) });
  });
  if (people.length === 0 && problems.length === 0) problems.push({ code: "no-rows", table });
  return { people, rows, problems, skippedRows };
}

/** Per folded feature: its spelling, and its values by folded value. */
type KnownValues = ReadonlyMap<string, { readonly feature: string; readonly values: ReadonlyMap<string, string> }>;

function knownValues(quotas: readonly Quota[]): KnownValues {
  const known = new Map<string, { feature: string; values: Map<string, string> }>();
  for (const { feature, value } of quotas) {
    const entry = known.get(folded(feature)) ?? { feature, values: new Map() };
    entry.values.set(folded(value), value);
    known.set(folded(feature), entry);
  }
  return known;
}

function readFeatures(
  { row, cellOf, known }: { row: number; cellOf: (column: string) => string; known: KnownValues },
  problems: BadCell[],
): Record<string, string> {
  const features: [string, string][] = [];
  for (const { feature, values } of known.values()) {
    const cell = cellOf(feature);
    const value = values.get(folded(cell));
    if (cell === "") problems.push({ code: "value-empty", table, row, column: feature });
    else if (value === undefined) problems.push({ code: "value-unknown", table, row, column: feature, value: cell });
    else features.push([feature, value]);
  }
  return Object.fromEntries(features);
}
