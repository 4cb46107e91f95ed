import { fromLocalDateTime, toLocalDateTime } from "../kernel/local-date-time";

/** A day of the calendar where the assembly is, as "2026-03-14"; compared as text. */
export type LocalDate = string;

/** Whether a text is a day that exists. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day `days` later (earlier when negative), whatever the clocks do in between. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days lie between two days: 0 for the same one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day it is at an instant, in a zone. */
export function localDateOf(at: Date, timeZone: string): LocalDate {
  return toLocalDateTime(at.getTime(), timeZone).slice(0, 10);
}

/** The instant of a day and a time of the wall clock ("09:45"). Throws when it is no date: it was checked before. */
export function instantOf(date: LocalDate, time: string, timeZone: string): Date {
  const at = fromLocalDateTime(`${date}T${time}`, timeZone);
  if (at === undefined) throw new RangeError(`${date} ${time} is no time`);
  return new Date(at);
}

/** The Monday nearest to a day: at most three days before or after it. */
export function nearestMonday(date: LocalDate): LocalDate {
  const sinceMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, sinceMonday <= 3 ? -sinceMonday : 7 - sinceMonday);
}
