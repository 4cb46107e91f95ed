import ical, { escape as escaped } from "ical-generator";

/** One entry of a calendar file. */
export interface CalendarEvent {
  /** Stable, so that a second download changes the entry instead of doubling it. */
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place: string;
  readonly text: string;
  readonly url: string;
}

/**
 * A calendar as text/calendar (RFC 5545), in UTC. `stamp` is when the file was made. The library escapes what is said of an event, but
 * writes control characters (§3.1), names and ids as they come: none reaches a line, whatever texts and addresses hold.
 */
export function calendarFile(name: string, events: readonly CalendarEvent[], stamp: Date): string {
  const calendar = ical({ name: escaped(plain(name), false), prodId: "//Hemicycle//Assembly calendar//EN" });
  for (const { id, startsAt, endsAt, title, place, text, url } of events) {
    calendar.createEvent({
      id: `${inOneLine(id)}@hemicycle`,
      stamp,
      start: startsAt,
      end: endsAt,
      summary: plain(title),
      location: plain(place) || null,
      description: plain(text) || null,
      url: inOneLine(url),
    });
  }
  return `${calendar}\r\n`;
}

/** Everything that some reader takes for a line end is one of the text; of other controls a tab alone may stay. */
function plain(text: string): string {
  return text.replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, "\n").replace(/(?![\t\n])\p{Cc}/gu, "");
}

function inOneLine(text: string): string {
  return plain(text).replaceAll("\n", "");
}
