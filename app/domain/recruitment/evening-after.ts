import { DAY_MS } from "../kernel/clock";
import { fromLocalDateTime, toLocalDateTime } from "../kernel/local-date-time";

/**
 * Eight in the evening, where the assembly is, so many days from now: an hour people can remember. In ms. Days are counted on the
 * calendar: across a clock change one of them has 23 or 25 hours.
 */
export function eveningAfter(
  days: number,
  { nowMs, timeZone }: { readonly nowMs: number; readonly timeZone: string },
): number {
  const today = Date.parse(toLocalDateTime(nowMs, timeZone).slice(0, 10));
  const date = new Date(today + days * DAY_MS).toISOString().slice(0, 10);
  return fromLocalDateTime(`${date}T20:00`, timeZone) ?? nowMs + days * DAY_MS;
}
