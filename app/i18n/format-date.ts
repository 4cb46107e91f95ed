import type { Locale } from "../domain/kernel/locale";

const tags: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };
const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant (UTC milliseconds) as it is read in a place. */
export interface Reading {
  readonly atMs: number;
  readonly timeZone: string;
  readonly locale: Locale;
}

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tags[locale], options);
  formats.set(key, known);
  return known;
}

/** French counts the first day of a month apart: "1er décembre", which no list of formats knows. */
const withFirst = (text: string, locale: Locale): string =>
  locale === "fr" ? text.replace(/(^| )1(?= \p{L})/u, "$11er") : text;

/** "14 mars 2026", "14 March 2026". */
export function formatDate({ atMs, timeZone, locale }: Reading): string {
  return withFirst(format(locale, { timeZone, day: "numeric", month: "long", year: "numeric" }).format(atMs), locale);
}

/** "samedi 14 mars", "Saturday 14 March": for what is near. */
export function formatDay({ atMs, timeZone, locale }: Reading): string {
  const day = format(locale, { timeZone, weekday: "long", day: "numeric", month: "long" }).format(atMs);
  return withFirst(day.replace(",", ""), locale);
}

/** "9 h 45" with no-break spaces, "9:45". */
export function formatTime({ atMs, timeZone, locale }: Reading): string {
  const parts = format("en", { timeZone, hour: "numeric", minute: "2-digit", hourCycle: "h23" }).formatToParts(atMs);
  const hour = Number(parts.find((part) => part.type === "hour")?.value ?? 0);
  const minute = parts.find((part) => part.type === "minute")?.value ?? "00";
  return locale === "fr" ? `${hour}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;
}

/** "14 mars 2026 à 9 h 45", "14 March 2026 at 9:45". */
export function formatDateTime(reading: Reading): string {
  return `${formatDate(reading)} ${reading.locale === "fr" ? "à" : "at"} ${formatTime(reading)}`;
}

/** "samedi 14 mars à 9 h 45", "Saturday 14 March at 9:45". */
export function formatDayTime(reading: Reading): string {
  return `${formatDay(reading)} ${reading.locale === "fr" ? "à" : "at"} ${formatTime(reading)}`;
}

/** A stretch on a clock face: "12:05", "1:02:03"; never below zero. Rounded up, so that 0:00 means over. */
export function formatClock(durationMs: number): string {
  const seconds = Math.max(0, Math.ceil(durationMs / 1000));
  const two = (n: number): string => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** "25 min", "1 h 30" (fr) or "1 h 30 min" (en), rounded to the minute. */
export function formatDuration(durationMs: number, locale: Locale): string {
  const minutes = Math.round(durationMs / 60_000);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes}\u00a0min`;
  if (rest === 0) return `${hours}\u00a0h`;
  return `${hours}\u00a0h\u00a0${String(rest).padStart(2, "0")}${locale === "fr" ? "" : "\u00a0min"}`;
}

/** What a place calls its zone, for a note beside a field: "Europe/Paris" → "Paris". */
export function placeOfZone(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
