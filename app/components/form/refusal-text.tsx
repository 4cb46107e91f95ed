import { useTranslation } from "react-i18next";
import type { Refusal, RefusalData } from "~/app/domain/kernel/refusal";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList, formatNumber } from "~/app/i18n/format-number";

/** The sentence of a refusal in the language of the page; an unknown code gets a sentence too. */
export function useRefusalText(): (refusal: Refusal) => string {
  const { i18n } = useTranslation();
  const locale = useLocale();
  return ({ code, data }) => {
    const words = speakable(data ?? {}, locale);
    // Codes come from the server, so that the typed keys do not reach here.
    const say = i18n.t as unknown as (key: string, options: object) => string;
    const known = ["", "_one", "_other"].some((form) => i18n.exists(`refusals:${code}${form}`));
    return say(known ? `refusals:${code}` : "refusals:unknown", { ...words, code });
  };
}

function speakable(data: RefusalData, locale: "fr" | "en"): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (typeof value === "number") return [key, key === "count" ? value : formatNumber(value, locale)];
      return [key, typeof value === "object" ? formatList(value, locale) : value];
    }),
  );
}

export function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  return <>{useRefusalText()(refusal)}</>;
}
