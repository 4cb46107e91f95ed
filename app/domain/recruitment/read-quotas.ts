import { cleanCell, valueKey } from "../kernel/cell";
import type { Table } from "../kernel/read-table";
import type { Quota } from "../sortition/draw-request";
import { doubledColumns } from "./pool-columns";

export type QuotaProblemCode =
  | "quota-column-missing"
  | "column-doubled"
  | "row-too-long"
  | "quota-value-empty"
  | "quota-number-missing"
  | "quota-number-not-whole"
  | "quota-doubled"
  | "quota-min-over-max"
  | "quota-flex-order";

/** One bad cell of a quotas file: the row as a spreadsheet counts, the header of its column. */
export interface QuotaProblem {
  readonly row: number;
  readonly column: string;
  readonly code: QuotaProblemCode;
  readonly value?: string;
  /** For a doubled quota, the row of the first. */
  readonly firstRow?: number;
}

/** The columns of sortition-algorithms, its older versions, and the replication data, newest first. */
const columnNames = [
  ["feature", "value"],
  ["category", "name"],
  ["category", "feature"],
  ["category", "value"],
  ["feature", "name"],
] as const;

/**
 * Quotas from a file: `feature,value,min,max[,min_flex,max_flex]`, or the older names `category,feature,…` and `category,name,…`. Rows
 * without a feature are passed over, further columns ignored; a maximum left out of the flexible bounds means none. Formats of
 * sortition-algorithms and Panelot. Every bad cell is told; a quota with a bad number is answered all the same (with 0), so that people
 * can be checked against its value.
 */
export function readQuotas(table: Table): { readonly quotas: Quota[]; readonly problems: QuotaProblem[] } {
  const { header, rows, firstRow } = table;
  const headerRow = firstRow - 1;
  const problems: QuotaProblem[] = doubledColumns(header).map((column) => ({
    row: headerRow,
    column,
    code: "column-doubled",
  }));
  const { places, missing } = placesOf(header);
  problems.push(...missing.map((column) => ({ row: headerRow, column, code: "quota-column-missing" as const })));
  if (missing.length > 0) return { quotas: [], problems };
  const quotas: Quota[] = [];
  const seen = new Map<string, number>();
  rows.forEach((cells, offset) => {
    const line = lineOf({ cells, row: firstRow + offset, header, places }, problems);
    line.checkLength();
    if (line.cell("feature") === "") return;
    const quota = readQuota(line);
    const key = JSON.stringify([valueKey(quota.feature), valueKey(quota.value)]);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, firstRow + offset);
    else line.say("value", "quota-doubled", { value: quota.value, firstRow: before });
    if (quota.value !== "") quotas.push(quota);
  });
  return { quotas: oneSpellingPerFeature(quotas), problems };
}

type Name = "feature" | "value" | "min" | "max" | "min_flex" | "max_flex";
type Places = ReadonlyMap<Name, number>;

function placesOf(header: readonly string[]): { places: Places; missing: string[] } {
  const names = header.map((name) => valueKey(name).replace(/[ -]/g, "_"));
  const [feature, value] =
    columnNames.find((pair) => pair.every((name) => names.includes(name))) ??
    columnNames.find((pair) => pair.some((name) => names.includes(name))) ??
    columnNames[0];
  const wanted: [Name, string][] = [
    ["feature", feature],
    ["value", value],
    ...(["min", "max", "min_flex", "max_flex"] as const).map((name): [Name, string] => [name, name]),
  ];
  const places = new Map(wanted.map(([name, column]) => [name, names.indexOf(column)]));
  const missing = wanted.slice(0, 4).flatMap(([, column]) => (names.includes(column) ? [] : [column]));
  return { places, missing };
}

interface Line {
  cell(name: Name): string;
  say(name: Name, code: QuotaProblemCode, more?: Pick<QuotaProblem, "value" | "firstRow">): void;
  /** Cells beyond the header are a sign of a broken row. */
  checkLength(): void;
}

function lineOf(
  { cells, row, header, places }: { cells: readonly string[]; row: number; header: readonly string[]; places: Places },
  problems: QuotaProblem[],
): Line {
  return {
    cell: (name) => cleanCell(cells[places.get(name) ?? -1]),
    say(name, code, more) {
      problems.push({ row, column: header[places.get(name) ?? -1] ?? "", code, ...more });
    },
    checkLength() {
      const surplus = cells.slice(header.length).findIndex((cell) => cell.trim() !== "");
      if (surplus >= 0) problems.push({ row, column: `${header.length + surplus + 1}`, code: "row-too-long" });
    },
  };
}

function readQuota({ cell, say }: Line): Quota {
  const optional = (name: Name): number | undefined => {
    const text = cell(name);
    if (text === "") return undefined;
    // Three zeros after a separator are a group: "1,000" is a thousand to one reader and one to another.
    if (/^\+?\d{1,9}([.,]0{0,2})?$/.test(text)) return Number.parseInt(text, 10);
    say(name, "quota-number-not-whole", { value: text });
    return undefined;
  };
  const needed = (name: Name): number | undefined => {
    if (cell(name) === "") say(name, "quota-number-missing");
    return optional(name);
  };
  const [feature, value] = [cell("feature"), cell("value")];
  if (value === "") say("value", "quota-value-empty");
  const [min, max] = [needed("min"), needed("max")];
  const [minFlex, maxFlex] = [optional("min_flex"), optional("max_flex")];
  const over = (low: number | undefined, high: number | undefined): string | undefined =>
    low !== undefined && high !== undefined && low > high ? `${low} > ${high}` : undefined;
  const [crossed, lower, upper] = [over(min, max), over(minFlex, min), over(max, maxFlex)];
  if (crossed) say("max", "quota-min-over-max", { value: crossed });
  if (lower) say("min_flex", "quota-flex-order", { value: lower });
  if (upper) say("max_flex", "quota-flex-order", { value: upper });
  const flex = { ...(minFlex !== undefined && { minFlex }), ...(maxFlex !== undefined && { maxFlex }) };
  return { feature, value, min: min ?? 0, max: max ?? 0, ...flex };
}

function oneSpellingPerFeature(quotas: readonly Quota[]): Quota[] {
  const spelling = new Map<string, string>();
  return quotas.map((quota) => {
    const key = valueKey(quota.feature);
    const feature = spelling.get(key) ?? quota.feature;
    spelling.set(key, feature);
    return { ...quota, feature };
  });
}
