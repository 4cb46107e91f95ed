import { formatChances } from "../i18n/format-number";
import { useT } from "../i18n/use-t";
import { useLocale } from "./use-locale";

/** Says a selection probability as people read it: "24.3 chances in 1,000". */
export function useChances(): (chance: number) => string {
  const t = useT("draw");
  const locale = useLocale();
  return (chance) => t("chances", { chances: formatChances(chance, locale) });
}
