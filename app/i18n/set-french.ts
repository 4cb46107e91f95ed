const NARROW = "\u202f";
const WIDE = "\u00a0";

/**
 * A French text with its typography set: narrow no-break spaces before ; ! ? and inside « », a no-break space before a
 * spaced colon, curly apostrophes, no-break spaces before units. Source: Lexique des règles typographiques (Imprimerie nationale).
 */
export function setFrench(text: string): string {
  return text
    .replace(/(?<=[\p{L}}])'/gu, "’")
    .replace(/[ \u00a0\u202f]+([;!?]+)/g, `${NARROW}$1`)
    .replace(/(?<=[\p{L}\p{N}»)\]}’])([!?;]+)(?=[\s»)]|$)/gu, `${NARROW}$1`)
    .replace(/«[ \u00a0\u202f]*/g, `«${NARROW}`)
    .replace(/[ \u00a0\u202f]*»/g, `${NARROW}»`)
    .replace(/[ \u00a0\u202f]+:(?=\s|$)/g, `${WIDE}:`)
    .replace(/(?<=\d|\}) (?=(?:%|€|h|min|s|px)(?![\p{L}]))/gu, WIDE)
    .replace(/(?<=\d\u00a0h) (?=\d)/g, WIDE)
    .replace(/ (?=[–—] )/g, WIDE);
}

/** The same catalogue with every text set; the shape and the keys stay. */
export function setFrenchCatalogue<T extends object>(catalogue: T): T {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === "string" ? setFrench(value) : setFrenchCatalogue(value as object),
    ]),
  ) as T;
}
