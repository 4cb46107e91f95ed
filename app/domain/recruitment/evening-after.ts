import { DAY_MS } from "../kernel/clock";
import { fromLocalDateTime, toLocalDateTime } from "../kernel/local-date-time";

/** Eight in the evening, where the assembly is, so many days from now: an hour people can remember. In ms. */
export function eveningAfter(
  days: number,
  { nowMs, timeZone }: { readonly nowMs: number; readonly timeZone: string },
): number {
  const later = nowMs + days * DAY_MS;
  return fromLocalDateTime(`${toLocalDateTime(later, timeZone).slice(0, 10)}T20:00`, timeZone) ?? later;
}
