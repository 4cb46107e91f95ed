import type { Locale, Localised } from "./locale";

/** The texts of one name in a form ("title.fr", "title.en"), in the wanted languages; empty ones are left out. */
export function readLocalised(
  values: Readonly<Record<string, unknown>>,
  name: string,
  languages: readonly Locale[],
): Localised {
  const texts = languages.flatMap((locale) => {
    const value = values[`${name}.${locale}`];
    return typeof value === "string" && value.trim() !== "" ? [[locale, value.trim()] as const] : [];
  });
  return Object.fromEntries(texts);
}
