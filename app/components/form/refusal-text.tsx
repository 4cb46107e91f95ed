import { useTranslation } from "react-i18next";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { useLocale } from "~/app/hooks/use-locale";
import { refusalSentence } from "~/app/i18n/refusal-sentence";

/** The sentence of a refusal in the language of the page. */
export function useRefusalText(): (refusal: Refusal) => string {
  const { i18n } = useTranslation();
  const locale = useLocale();
  return (refusal) => refusalSentence(i18n, locale, refusal);
}

export function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  return <>{useRefusalText()(refusal)}</>;
}
