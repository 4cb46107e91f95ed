/** The languages of the screens; adding one is adding a catalogue. */
export const locales = ["fr", "en"] as const;
export type Locale = (typeof locales)[number];

export function isLocale(text: string | undefined): text is Locale {
  return text === "fr" || text === "en";
}

/** An organiser's text in the languages of the assembly; at least one is there. */
export type Localised = Readonly<Partial<Record<Locale, string>>>;

/** The text in the wanted language, else in the first one that has any. */
export function inLocale(text: Localised, wanted: Locale): string {
  return text[wanted] ?? locales.map((locale) => text[locale]).find((found) => found !== undefined) ?? "";
}
