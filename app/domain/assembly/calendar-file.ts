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
 * A calendar as text/calendar (RFC 5545): UTC instants, text escaped (§3.3.11), lines folded at 75 octets (§3.1) and ended by CRLF.
 * No other line end and no control character (§3.1) reaches a line, whatever texts and addresses hold. `stamp` is when the file was made.
 */
export function calendarFile(name: string, events: readonly CalendarEvent[], stamp: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Hemicycle//Assembly calendar//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${event.id}@hemicycle`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(event.startsAt)}`,
      `DTEND:${utc(event.endsAt)}`,
      `SUMMARY:${escaped(event.title)}`,
      ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
      ...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
      `URL:${event.url}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(withoutControls(line))}\r\n`).join("");
}

function utc(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** Everything that some reader takes for a line end is one of the text. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, "\\n");
}

/** A tab is the one control character that a line may hold. */
function withoutControls(line: string): string {
  return line.replace(/(?!\t)[\p{Cc}\u2028\u2029]/gu, "");
}

/** Continuation lines begin with a space; no character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > 75) {
      parts.push(part);
      [part, octets] = ["", 1];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
