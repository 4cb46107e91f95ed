import type { Quota } from "../sortition/draw-request";
import { cleanCell, valueKey } from "./clean-cell";

export type QuotaProblemCode =
  | "quota-column-missing"
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
}

interface QuotaColumns {
  readonly feature: number;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly minFlex: number;
  readonly maxFlex: number;
}

type ReadQuotas =
  | { readonly ok: true; readonly quotas: readonly Quota[] }
  | { readonly ok: false; readonly problems: readonly QuotaProblem[] };

/**
 * Quotas from a file's rows: `feature,value,min,max[,min_flex,max_flex]`, or the older names `category,feature,…` and
 * `category,name,…`. Rows without a feature are passed over, further columns ignored; a maximum left out of the flexible
 * bounds means none. Formats of sortition-algorithms and Panelot.
 */
export function readQuotas(header: readonly string[], rows: readonly (readonly string[])[]): ReadQuotas {
  const columns = quotaColumns(header);
  if (!columns) {
    const missing = ["feature", "value", "min", "max"].filter((name) => !header.map(valueKey).includes(name));
    return { ok: false, problems: missing.map((column) => ({ row: 1, column, code: "quota-column-missing" })) };
  }
  const problems: QuotaProblem[] = [];
  const quotas: Quota[] = [];
  const seen = new Set<string>();
  rows.forEach((row, offset) => {
    const line = offset + 2;
    if (cleanCell(row[columns.feature]) === "") return;
    const before = problems.length;
    const say = (position: number, code: QuotaProblemCode, value?: string): void => {
      problems.push({ row: line, column: header[position] ?? "", code, ...(value !== undefined && { value }) });
    };
    const quota = readQuota(row, columns, say);
    const key = JSON.stringify([valueKey(quota.feature), valueKey(quota.value)]);
    if (seen.has(key)) say(columns.value, "quota-doubled", quota.value);
    seen.add(key);
    if (problems.length === before) quotas.push(quota);
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, quotas: oneSpellingPerFeature(quotas) };
}

function quotaColumns(header: readonly string[]): QuotaColumns | undefined {
  const names = header.map((name) => valueKey(name).replace(/[ -]/g, "_"));
  const at = (name: string): number => names.indexOf(name);
  const older = at("category") >= 0;
  const feature = older ? at("category") : at("feature");
  const value = older ? Math.max(at("name"), at("feature")) : at("value");
  const found = { feature, value, min: at("min"), max: at("max"), minFlex: at("min_flex"), maxFlex: at("max_flex") };
  return [feature, value, found.min, found.max].some((position) => position < 0) ? undefined : found;
}

type Say = (position: number, code: QuotaProblemCode, value?: string) => void;

function readQuota(row: readonly string[], columns: QuotaColumns, say: Say): Quota {
  const whole = (position: number): number | undefined => {
    const text = position < 0 ? "" : cleanCell(row[position]);
    if (text === "") return undefined;
    if (!/^\d{1,6}([.,]0*)?$/.test(text)) {
      say(position, "quota-number-not-whole", text);
      return undefined;
    }
    return Number.parseInt(text, 10);
  };
  const needed = (position: number): number => {
    const problem = cleanCell(row[position]) === "";
    if (problem) say(position, "quota-number-missing");
    return whole(position) ?? 0;
  };
  const value = cleanCell(row[columns.value]);
  if (value === "") say(columns.value, "quota-value-empty");
  const [min, max] = [needed(columns.min), needed(columns.max)];
  const [minFlex, maxFlex] = [whole(columns.minFlex), whole(columns.maxFlex)];
  if (min > max) say(columns.max, "quota-min-over-max", `${min} > ${max}`);
  else if ((minFlex ?? 0) > min) say(columns.minFlex, "quota-flex-order");
  else if ((maxFlex ?? max) < max) say(columns.maxFlex, "quota-flex-order");
  const flex = { ...(minFlex !== undefined && { minFlex }), ...(maxFlex !== undefined && { maxFlex }) };
  return { feature: cleanCell(row[columns.feature]), value, min, max, ...flex };
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
