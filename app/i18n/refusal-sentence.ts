import type { i18n } from "i18next";
import type { Locale } from "~/app/domain/kernel/locale";
import type { RefusalData } from "~/app/domain/kernel/refusal";
import { formatList, formatNumber } from "./format-number";
import { sayKey } from "./say-key";

/** As much of a refusal as its words need, as a page has read it: the server may know more codes, what a device kept may be older. */
export interface SaidRefusal {
  readonly code: string;
  readonly data?: RefusalData | undefined;
}

/** The sentence of a refusal in a language; an unknown code gets a sentence too. */
export function refusalSentence(texts: i18n, locale: Locale, { code, data }: SaidRefusal): string {
  const words = speakable(data ?? {}, locale);
  const known = ["", "_one", "_other"].some((form) => texts.exists(`refusals:${code}${form}`));
  return sayKey(texts, known ? `refusals:${code}` : "refusals:unknown", { ...words, code });
}

function speakable(data: RefusalData, locale: Locale): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (typeof value === "number") return [key, key === "count" ? value : formatNumber(value, locale)];
      return [key, typeof value === "object" ? formatList(value, locale) : value];
    }),
  );
}
