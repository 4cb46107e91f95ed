import { valueKey } from "../kernel/cell";
import { accept, type Result, refuse } from "../kernel/result";
import { mostTableColumns } from "../kernel/table-limits";

/** Which column of the imported file means what, by header. */
export interface PoolColumns {
  /** Nothing: the row number is the id. */
  readonly id: string | null;
  /** One column, or first and last name. */
  readonly name: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly household: readonly string[];
  readonly features: readonly string[];
}

export const columnMeanings = ["id", "name", "email", "phone", "household", "feature", "ignore"] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** A feature with more values than this is hardly one: names, dates of birth and comments are not offered as features. */
const mostFeatureValues = 40;

/** A name of a column is kept with each volunteer when it is a feature. */
const longestColumnName = 120;
/** Draws of the field have three to ten. */
const mostFeatures = 40;

const headerWords: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ["email", /(^| )(e ?mail|mail|courriel|adresse (e ?mail|electronique))( |$)/],
  ["phone", /(^| )(phone|mobile|tel|telephone|portable|numero de telephone)( |$)/],
  ["id", /(^| )(id|identifiant|identifier|numero|number|ref|reference|nationbuilder id|code personne)( |$)/],
  ["household", /(address|adresse|street|rue|household|foyer|primary address1|zip royal mail|voie)/],
  ["name", /(^| )(name|nom|prenom|first ?name|last ?name|surname|family name|full name)( |$)/],
];

/**
 * What each column probably means, from its header and up to a few hundred rows: the organiser corrects it. Every kind except
 * `household`, `name` and `feature` is given once; postal codes join the household when there is another address column. What few have
 * (a building, a floor) is no part of it: everybody without would live alone.
 */
export function guessMeanings(header: readonly string[], sample: readonly (readonly string[])[]): ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>();
  const hasAddress = header.some((name) => /(address|adresse|street|rue|voie)/.test(wordsOf(name)));
  const guessed = header.map((name, at): ColumnMeaning => {
    const words = wordsOf(name);
    if (hasAddress && /(zip|postcode|postal|code postal)/.test(words)) return "household";
    const [guess] = headerWords.find(([, pattern]) => pattern.test(words)) ?? [];
    if (guess && !(taken.has(guess) && guess !== "name" && guess !== "household")) {
      taken.add(guess);
      return guess;
    }
    return looksLikeFeature(at, sample) ? "feature" : "ignore";
  });
  const filled = guessed.map((meaning, at) => (meaning === "household" ? countFilled(at, sample) : 0));
  const most = Math.max(0, ...filled);
  return guessed.map((meaning, at) => (meaning === "household" && 2 * (filled[at] ?? 0) < most ? "ignore" : meaning));
}

function countFilled(column: number, sample: readonly (readonly string[])[]): number {
  return sample.filter((row) => valueKey(row[column] ?? "") !== "").length;
}

function wordsOf(header: string): string {
  return valueKey(header).replace(/[_\-./]+/g, " ");
}

function looksLikeFeature(column: number, sample: readonly (readonly string[])[]): boolean {
  const values = new Set(sample.map((row) => valueKey(row[column] ?? "")).filter((value) => value !== ""));
  return (
    values.size > 0 && values.size <= mostFeatureValues && (sample.length < 10 || values.size <= sample.length / 3)
  );
}

/** The organiser's choice, one meaning per column of the header, as columns. Refuses `name-column-missing`, `feature-column-missing`, `too-many-features`, `column-meaning-doubled`. */
export function columnsOf(
  header: readonly string[],
  meanings: readonly ColumnMeaning[],
): Result<
  PoolColumns,
  "name-column-missing" | "feature-column-missing" | "too-many-features" | "column-meaning-doubled"
> {
  const all = (wanted: ColumnMeaning): string[] => header.filter((_, at) => meanings[at] === wanted);
  for (const single of ["id", "email", "phone"] as const) {
    const [, second] = all(single);
    if (second !== undefined) {
      return refuse("column-meaning-doubled", { meaning: single, column: second }, `meaning.${header.indexOf(second)}`);
    }
  }
  const name = all("name");
  if (name.length === 0) return refuse("name-column-missing");
  const features = all("feature");
  if (features.length === 0) return refuse("feature-column-missing");
  if (features.length > mostFeatures) return refuse("too-many-features", { most: mostFeatures });
  const [id = null] = all("id");
  const [email = null] = all("email");
  const [phone = null] = all("phone");
  return accept({ id, name, email, phone, household: all("household"), features });
}

/**
 * Whether a file's first row can be a header. Refuses `file-too-many-columns`, `header-missing` (fewer than two named columns),
 * `column-name-too-long` and `column-doubled`, with the position of the column, from 1.
 */
export function checkHeader(
  header: readonly string[],
): Result<undefined, "file-too-many-columns" | "header-missing" | "column-name-too-long" | "column-doubled"> {
  if (header.length > mostTableColumns) return refuse("file-too-many-columns", { row: 1, most: mostTableColumns });
  const named = header.filter((name) => name !== "");
  if (named.length < 2) return refuse("header-missing");
  const seen = new Map<string, number>();
  for (const [at, name] of header.entries()) {
    if (name === "") continue;
    if (name.length > longestColumnName) {
      return refuse("column-name-too-long", { column: at + 1, most: longestColumnName });
    }
    const key = valueKey(name);
    const first = seen.get(key);
    if (first !== undefined) return refuse("column-doubled", { column: name, first: first + 1, second: at + 1 });
    seen.set(key, at);
  }
  return accept(undefined);
}

/** The names of a header that come again. */
export function doubledColumns(header: readonly string[]): string[] {
  const keys = header.map(valueKey);
  return header.filter((name, at) => name !== "" && keys.indexOf(keys[at] ?? "") < at);
}
