import type { Quota } from "./draw-request";
import { type BadCell, columnsOf, folded, type ImportTable, surplusCells } from "./import-table";

const table = "features";

/** The column names of sortition-algorithms, its older versions, and the replication data, newest first. */
const names = [
  ["feature", "value"],
  ["category", "name"],
  ["category", "feature"],
  ["category", "value"],
  ["feature", "name"],
] as const;

/**
 * Quotas from a features table (`feature,value,min,max[,min_flex,max_flex]` or the older names). Rows without a feature are
 * skipped, further columns ignored. Every bad cell is told with its row and column; a quota with a bad number is still answered
 * (with 0), so that people can be checked against its value.
 */
export function importQuotas(source: ImportTable): { quotas: Quota[]; problems: BadCell[] } {
  const { places, problems } = columnsOf(source, table);
  const [feature, value] =
    names.find(([one, two]) => places.has(one) && places.has(two)) ??
    names.find(([one, two]) => places.has(one) || places.has(two)) ??
    names[0];
  for (const column of [feature, value, "min", "max"]) {
    if (!places.has(column)) problems.push({ code: "column-missing", table, row: 1, column });
  }
  if (problems.length > 0) return { quotas: [], problems };
  problems.push(...surplusCells(source, table));
  const quotas: Quota[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of source.rows) {
    const cellOf = (column: string): string => cells[places.get(column) ?? -1]?.trim() ?? "";
    if (cellOf(feature) === "") continue;
    const quota = readQuota({ row, cellOf, feature, value }, problems);
    const key = JSON.stringify([folded(cellOf(feature)), folded(cellOf(value))]);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    else problems.push({ code: "quota-doubled", table, row, column: value, value: cellOf(value), rows: [before] });
    if (quota) quotas.push(quota);
  }
  if (quotas.length === 0 && problems.length === 0) problems.push({ code: "no-rows", table });
  return { quotas: sameSpelling(quotas), problems };
}

interface Line {
  readonly row: number;
  readonly cellOf: (column: string) => string;
  readonly feature: string;
  readonly value: string;
}

function readQuota({ row, cellOf, feature, value }: Line, problems: BadCell[]): Quota | undefined {
  const whole = (column: string, isOptional: boolean): number | undefined => {
    const cell = cellOf(column);
    if (cell === "" && isOptional) return undefined;
    if (/^\+?\d{1,15}(\.0*)?$/.test(cell)) return Number(cell);
    problems.push({ code: cell === "" ? "value-empty" : "not-a-whole-number", table, row, column, value: cell });
    return undefined;
  };
  const [min, max] = [whole("min", false), whole("max", false)];
  const [minFlex, maxFlex] = [whole("min_flex", true), whole("max_flex", true)];
  const outside = (column: string, text: string): BadCell => ({
    code: "flex-outside",
    table,
    row,
    column,
    value: text,
  });
  if (min !== undefined && max !== undefined && min > max)
    problems.push({ code: "min-over-max", table, row, column: "min", value: `${min} > ${max}` });
  if (min !== undefined && (minFlex ?? 0) > min) problems.push(outside("min_flex", `${minFlex} > ${min}`));
  if (max !== undefined && (maxFlex ?? max) < max) problems.push(outside("max_flex", `${maxFlex} < ${max}`));
  if (cellOf(value) === "") {
    problems.push({ code: "value-empty", table, row, column: value });
    return undefined;
  }
  const flex = { ...(minFlex !== undefined && { minFlex }), ...(maxFlex !== undefined && { maxFlex }) };
  return { feature: cellOf(feature), value: cellOf(value), min: min ?? 0, max: max ?? 0, ...flex };
}

/** One spelling per feature: that of its first row. */
function sameSpelling(quotas: readonly Quota[]): Quota[] {
  const spelling = new Map<string, string>();
  return quotas.map((quota) => {
    const feature = spelling.get(folded(quota.feature)) ?? quota.feature;
    spelling.set(folded(feature), feature);
    return { ...quota, feature };
  });
}
