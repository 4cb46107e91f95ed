import type { Locale } from "../domain/kernel/locale";
import { formatDate } from "./format-date";
import { formatDayOfMonth } from "./format-day-of-month";

/** The first and the last day of a stretch, as they are read in a place. */
export interface DayRange {
  readonly fromMs: number;
  readonly toMs: number;
  readonly timeZone: string;
  readonly locale: Locale;
}

/** "8 – 28 août 2026", "29 août – 25 septembre 2026", "25 décembre 2026 – 14 janvier 2027": nothing is said twice. */
export function formatDayRange({ fromMs, toMs, timeZone, locale }: DayRange): string {
  const from = { atMs: fromMs, timeZone, locale };
  const last = formatDate({ atMs: toMs, timeZone, locale });
  const [day = "", month, year] = formatDate(from).split(" ");
  const [lastDay, lastMonth, lastYear] = last.split(" ");
  if (year !== lastYear) return `${formatDate(from)} – ${last}`;
  if (month !== lastMonth) return `${formatDayOfMonth(from)} – ${last}`;
  return day === lastDay ? last : `${day}\u00a0–\u00a0${last}`;
}
