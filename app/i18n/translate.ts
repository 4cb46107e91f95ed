import { createInstance, type i18n, type TFunction } from "i18next";
import type { Locale } from "../domain/kernel/locale";
import { asCatalogue } from "./as-catalogue";
import type { Area } from "./catalogue";
import { catalogueEn } from "./catalogue.en";
import { catalogueFr } from "./catalogue.fr";
import { i18nOptions } from "./i18n-options";
import { setFrenchCatalogue } from "./set-french";

const instances = new Map<Locale, i18n>();

/** The ready i18next of a language, on the server: it holds no state of a request, so that all requests share it. */
export function i18nOf(locale: Locale): i18n {
  const ready = instances.get(locale);
  if (ready) return ready;
  const catalogue = asCatalogue(locale === "fr" ? setFrenchCatalogue(catalogueFr) : catalogueEn);
  const made = createInstance();
  made.init(i18nOptions(locale, catalogue));
  instances.set(locale, made);
  return made;
}

export type Translator = <A extends Area>(area: A) => TFunction<A>;

/** Texts outside React (mails, letters, exports, tests): `translator("fr")("mail")("invitation.subject", { assembly })`. */
export function translator(locale: Locale): Translator {
  return <A extends Area>(area: A) => i18nOf(locale).getFixedT(locale, area) as unknown as TFunction<A>;
}
