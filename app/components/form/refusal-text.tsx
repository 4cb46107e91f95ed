import { useTranslation } from "react-i18next";
import { useLocale } from "~/app/hooks/use-locale";
import { refusalSentence, type SaidRefusal } from "~/app/i18n/refusal-sentence";

/** The sentence of a refusal in the language of the page. */
export function useRefusalText(): (refusal: SaidRefusal) => string {
  const { i18n } = useTranslation();
  const locale = useLocale();
  return (refusal) => refusalSentence(i18n, locale, refusal);
}

export function RefusalText({ refusal }: { readonly refusal: SaidRefusal }) {
  return <>{useRefusalText()(refusal)}</>;
}
