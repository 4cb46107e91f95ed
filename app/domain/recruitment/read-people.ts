import { cleanCell, valueKey } from "../kernel/cell";
import type { Table } from "../kernel/read-table";
import type { DrawCandidate, Quota } from "../sortition/draw-request";
import { type CellProblem, readPool } from "./check-pool";
import { doubledColumns, type PoolColumns } from "./pool-columns";

const usualIdColumns = ["nationbuilder_id", "id"];

export interface PeopleColumns {
  /** The column of ids; otherwise `nationbuilder_id` or `id` if there is one that is no feature, otherwise rows count from 0. */
  readonly id?: string;
  readonly household?: readonly string[];
}

export type PeopleProblem = Omit<CellProblem, "code"> & {
  readonly code: CellProblem["code"] | "column-missing" | "column-doubled";
};

export interface ReadPeople {
  readonly people: DrawCandidate[];
  /** The cells of each person's row, by id. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly PeopleProblem[];
  /** Rows left out because their id is blank. */
  readonly skippedRows: readonly number[];
}

/**
 * People from a file of the field, with one row each: an id column, one column per feature of the quotas, address columns, any others.
 * Cells are read and refused as in a pool that is imported (`readPool`); what these files have otherwise is that nobody has a name, a row
 * with a blank id is left out and told, and without an id column people are counted from 0.
 */
export function readPeople(table: Table, quotas: readonly Quota[], asked: PeopleColumns): ReadPeople {
  const { header, rows, firstRow } = table;
  const { columns, problems } = findColumns(table, quotas, asked);
  if (problems.length > 0) return { people: [], rows: new Map(), problems, skippedRows: [] };
  const reader = readPool(header, columns, { quotas, ids: "of-the-field", mostListed: Number.POSITIVE_INFINITY });
  const spelling = new Map(quotas.map(({ feature }) => [valueKey(feature), feature]));
  const people: DrawCandidate[] = [];
  const rowsOf = new Map<string, readonly string[]>();
  rows.forEach((cells, offset) => {
    for (const { importId, features, household } of reader.take([cells], firstRow + offset)) {
      const named = Object.entries(features).map(([column, value]) => [
        spelling.get(valueKey(column)) ?? column,
        value,
      ]);
      people.push({ id: importId, features: Object.fromEntries(named), ...(asked.household && { household }) });
      rowsOf.set(importId, cells);
    }
  });
  const checked = reader.check();
  return { people, rows: rowsOf, problems: checked.problems, skippedRows: checked.leftOut };
}

function findColumns(
  { header, firstRow }: Table,
  quotas: readonly Quota[],
  { id, household = [] }: PeopleColumns,
): { columns: PoolColumns; problems: PeopleProblem[] } {
  const problems: PeopleProblem[] = doubledColumns(header).map((column) => ({
    row: firstRow - 1,
    column,
    code: "column-doubled",
  }));
  const byKey = new Map(header.map((name) => [valueKey(name), name]));
  const missing = new Set<string>();
  const find = (name: string): string => {
    const found = byKey.get(valueKey(name));
    if (found === undefined) missing.add(cleanCell(name));
    return found ?? name;
  };
  const features = new Map(quotas.map(({ feature }) => [valueKey(feature), feature]));
  const usual = usualIdColumns.find((name) => byKey.has(name) && !features.has(name));
  const columns: PoolColumns = {
    id: id !== undefined ? find(id) : usual === undefined ? null : find(usual),
    name: [],
    email: null,
    phone: null,
    features: [...features.values()].map(find),
    household: household.map(find),
  };
  for (const column of missing) problems.push({ row: firstRow - 1, column, code: "column-missing" });
  return { columns, problems };
}
