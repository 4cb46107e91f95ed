import type { Locale } from "../domain/kernel/locale";
import type { Catalogue } from "./catalogue";
import { setFrenchCatalogue } from "./set-french";

const load: Record<Locale, () => Promise<Catalogue>> = {
  fr: async () => setFrenchCatalogue((await import("./catalogue.fr")).catalogueFr) as unknown as Catalogue,
  en: async () => (await import("./catalogue.en")).catalogueEn as unknown as Catalogue,
};

/** One language's catalogue, as its own chunk: a browser loads only the language it shows. */
export function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return load[locale]();
}
