import { useTranslation } from "react-i18next";
import type { Locale } from "../domain/kernel/locale";

/** The language of the page. */
export function useLocale(): Locale {
  return useTranslation().i18n.language === "en" ? "en" : "fr";
}

/** Puts the language before a path: "/desk" → "/fr/desk". */
export function useLocalePath(): (path: string) => string {
  const locale = useLocale();
  return (path) => `/${locale}${path === "/" ? "" : path}`;
}
