import type { InitOptions, Resource } from "i18next";
import type { Locale } from "../domain/kernel/locale";
import type { Catalogue } from "./catalogue";

/** How i18next is set up on both sides: everything is there from the start, nothing waits, nothing is fetched. */
export function i18nOptions(locale: Locale, catalogue: Catalogue): InitOptions {
  return {
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: catalogue } as unknown as Resource,
    ns: Object.keys(catalogue),
    defaultNS: "frame",
    initImmediate: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  };
}
