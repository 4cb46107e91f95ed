import { cleanCell, valueKey } from "../kernel/cell";
import { mailAddress } from "../people/email-address";
import type { Quota } from "../sortition/draw-request";
import { mostQuotas } from "./check-quotas";
import type { PoolColumns } from "./pool-columns";

/** A volunteer as the file has them, checked and cleaned. */
export interface ImportedCandidate {
  readonly importId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly household: readonly string[];
  readonly features: Readonly<Record<string, string>>;
}

export type CellProblemCode =
  | "id-missing"
  | "id-doubled"
  | "name-missing"
  | "email-not-an-address"
  | "feature-empty"
  | "value-not-in-quotas"
  | "too-many-values"
  | "cell-too-long"
  | "row-too-long";

/** One bad cell: the row as a spreadsheet counts (the header is row 1) and the header of its column. */
export interface CellProblem {
  readonly row: number;
  readonly column: string;
  readonly code: CellProblemCode;
  /** What the cell holds, where that helps; for doubled ids, the row of the first. */
  readonly value?: string;
  readonly firstRow?: number;
}

export interface PoolCheck {
  readonly people: number;
  /** The first ones; `problemCount` counts all. */
  readonly problems: readonly CellProblem[];
  readonly problemCount: number;
  /** Rows that were left out since their id is blank; only in files of the field. */
  readonly leftOut: readonly number[];
}

/** Counts up with each change of what a reader says of the same rows: what an earlier one said is then kept for nobody. */
export const poolReaderVersion = 1;

/** As many bad cells are listed; the rest is counted. */
export const mostListedProblems = 200;
const longestCell = 300;

/** Reads a pool row by row, in as many parts as one likes, and lists every bad cell. */
export interface PoolReader {
  /** Takes rows whose first has this row number; answers the people found in rows without a problem. */
  take(rows: readonly (readonly string[])[], firstRow: number): ImportedCandidate[];
  check(): PoolCheck;
}

export interface PoolRules {
  readonly quotas: readonly Pick<Quota, "feature" | "value">[];
  /**
   * In a pool that is imported everybody has an id, or the number of their row. Files of the field (sortition-algorithms, Panelot) count from
   * 0 without an id column, and rows with a blank id are left out.
   */
  readonly ids?: "of-the-pool" | "of-the-field";
  readonly mostListed?: number;
}

/**
 * A reader for files with this header. Blank rows are passed over. Values of one feature that differ in case, accents or spaces
 * only are one value, in the spelling of the quotas if there are any, else in the first spelling met.
 */
export function readPool(
  header: readonly string[],
  columns: PoolColumns,
  { quotas, ids = "of-the-pool", mostListed = mostListedProblems }: PoolRules,
): PoolReader {
  const leftOut: number[] = [];
  const problems: CellProblem[] = [];
  let problemCount = 0;
  let people = 0;
  const say = (problem: CellProblem): void => {
    if (problemCount++ < mostListed) problems.push(problem);
  };
  const at = new Map(header.map((name, position) => [name, position]));
  const spellings = spellingsOf(columns, quotas);
  const firstRows = new Map<string, number>();
  const used = new Set([
    columns.id,
    columns.email,
    columns.phone,
    ...columns.name,
    ...columns.household,
    ...columns.features,
  ]);
  const readRow = (row: readonly string[], rowNumber: number): ImportedCandidate | null => {
    const before = problemCount;
    const cell = (column: string | null): string => (column === null ? "" : cleanCell(row[at.get(column) ?? -1]));
    const counted = ids === "of-the-field" ? people - 1 : rowNumber;
    const context: RowContext = { row, rowNumber, cell, say, counted };
    if (ids === "of-the-field" && columns.id !== null && cell(columns.id) === "") {
      leftOut.push(rowNumber);
      return null;
    }
    checkLengths(context, header, used);
    const importId = readId(context, columns, firstRows);
    const name = readName(context, columns);
    const email = readEmail(context, columns);
    const features = readFeatures(context, columns, spellings);
    if (problemCount > before) return null;
    const household = columns.household.map((column) => cell(column));
    return { importId, name, email, phone: cell(columns.phone) || null, household, features };
  };
  return {
    take(rows, firstRow) {
      const found: ImportedCandidate[] = [];
      rows.forEach((row, offset) => {
        if (row.every((cell) => cell.trim() === "")) return;
        people++;
        const candidate = readRow(row, firstRow + offset);
        if (candidate) found.push(candidate);
      });
      return found;
    },
    check: () => ({ people, problems, problemCount, leftOut }),
  };
}

interface RowContext {
  readonly row: readonly string[];
  readonly rowNumber: number;
  readonly cell: (column: string | null) => string;
  readonly say: (problem: CellProblem) => void;
  /** The id of somebody in a file without a column of ids. */
  readonly counted: number;
}

/** What is not imported may be as long as the file's limits allow. */
function checkLengths(
  { row, rowNumber, say }: RowContext,
  header: readonly string[],
  used: ReadonlySet<string | null>,
): void {
  const surplus = row.slice(header.length).findIndex((cell) => cell.trim() !== "");
  if (surplus >= 0) say({ row: rowNumber, column: `${header.length + surplus + 1}`, code: "row-too-long" });
  header.forEach((column, position) => {
    if (used.has(column) && (row[position] ?? "").length > longestCell)
      say({ row: rowNumber, column, code: "cell-too-long" });
  });
}

function readId(
  { cell, rowNumber, say, counted }: RowContext,
  columns: PoolColumns,
  firstRows: Map<string, number>,
): string {
  if (columns.id === null) return String(counted);
  const id = cell(columns.id);
  if (id === "") {
    say({ row: rowNumber, column: columns.id, code: "id-missing" });
    return "";
  }
  const firstRow = firstRows.get(id);
  if (firstRow !== undefined) say({ row: rowNumber, column: columns.id, code: "id-doubled", value: id, firstRow });
  else firstRows.set(id, rowNumber);
  return id;
}

function readName({ cell, rowNumber, say }: RowContext, columns: PoolColumns): string {
  const name = columns.name
    .map((column) => cell(column))
    .filter((part) => part !== "")
    .join(" ");
  if (name === "" && columns.name.length > 0)
    say({ row: rowNumber, column: columns.name[0] ?? "", code: "name-missing" });
  return name;
}

function readEmail({ cell, rowNumber, say }: RowContext, columns: PoolColumns): string | null {
  const text = cell(columns.email);
  if (text === "" || columns.email === null) return null;
  const address = mailAddress(text);
  if (address === null) say({ row: rowNumber, column: columns.email, code: "email-not-an-address", value: text });
  return address;
}

type Spellings = ReadonlyMap<string, { readonly closed: boolean; readonly values: Map<string, string> }>;

function spellingsOf(columns: PoolColumns, quotas: readonly Pick<Quota, "feature" | "value">[]): Spellings {
  return new Map(
    columns.features.map((feature) => {
      const own = quotas.filter((quota) => valueKey(quota.feature) === valueKey(feature));
      return [feature, { closed: own.length > 0, values: new Map(own.map(({ value }) => [valueKey(value), value])) }];
    }),
  );
}

function readFeatures(
  { cell, rowNumber, say }: RowContext,
  columns: PoolColumns,
  spellings: Spellings,
): Record<string, string> {
  const features: Record<string, string> = {};
  for (const column of columns.features) {
    const value = cell(column);
    const known = spellings.get(column);
    const key = valueKey(value);
    const spelling = known?.values.get(key);
    if (value === "") say({ row: rowNumber, column, code: "feature-empty" });
    else if (spelling !== undefined) features[column] = spelling;
    else if (known?.closed) say({ row: rowNumber, column, code: "value-not-in-quotas", value });
    else if (!hasRoom(spellings)) say({ row: rowNumber, column, code: "too-many-values", value });
    else {
      known?.values.set(key, value);
      features[column] = value;
    }
  }
  return features;
}

/** Each value of each feature is a line of the quotas: a column of names or of dates would make thousands. */
function hasRoom(spellings: Spellings): boolean {
  let values = 0;
  for (const known of spellings.values()) values += known.values.size;
  return values < mostQuotas;
}
