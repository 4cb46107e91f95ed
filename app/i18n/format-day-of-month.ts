import type { Reading } from "./format-date";

const tags = { fr: "fr-FR", en: "en-GB" } as const;

/** "14 mars", "1er décembre", "14 March": where the year goes without saying. */
export function formatDayOfMonth({ atMs, timeZone, locale }: Reading): string {
  const text = new Intl.DateTimeFormat(tags[locale], { timeZone, day: "numeric", month: "long" }).format(atMs);
  return locale === "fr" ? text.replace(/^1 /, "1er ") : text;
}
