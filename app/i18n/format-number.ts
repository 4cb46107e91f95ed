import type { Locale } from "../domain/kernel/locale";

const tags: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };

/** "1 727" (fr), "1,727" (en). */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale]).format(value);
}

/** A share in [0, 1] as "80,8 %" (fr) or "80.8%" (en); one decimal at most. */
export function formatPercent(share: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], { style: "percent", maximumFractionDigits: 1 }).format(share);
}

/** A chance in [0, 1] as chances in a thousand: "24.3" (en); small ones with the digits that tell them from nothing. */
export function formatChances(chance: number, locale: Locale): string {
  const chances = 1000 * chance;
  const digits = chances >= 100 ? 0 : chances >= 1 || chances === 0 ? 1 : 3;
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits }).format(chances);
}

/** "A, B et C", "A, B and C". */
export function formatList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale], { type: "conjunction" }).format(items);
}
