import type { Locale } from "../domain/kernel/locale";
import { asCatalogue } from "./as-catalogue";
import type { Catalogue } from "./catalogue";
import { setFrenchCatalogue } from "./set-french";

const load: Record<Locale, () => Promise<Catalogue>> = {
  fr: async () => asCatalogue(setFrenchCatalogue((await import("./catalogue.fr")).catalogueFr)),
  en: async () => asCatalogue((await import("./catalogue.en")).catalogueEn),
};

/** One language's catalogue, as its own chunk: a browser loads only the language it shows. */
export function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return load[locale]();
}
