const MINUTE_MS = 60_000;

/** An instant as the text of a `datetime-local` field in a zone: "2026-03-14T09:45". */
export function toLocalDateTime(atMs: number, timeZone: string): string {
  return new Date(wallClockMs(atMs, timeZone)).toISOString().slice(0, 16);
}

/**
 * The instant (UTC ms) of a local "2026-03-14T09:45" (or a date alone: its midnight) in a zone; undefined when it is no date.
 * A time skipped by the clock change counts with the offset before it; a time that comes twice is the first one.
 */
export function fromLocalDateTime(text: string, timeZone: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/.exec(text.trim());
  const wall = parts ? Date.parse(`${parts[1]}T${parts[2] ?? "00:00"}:00Z`) : Number.NaN;
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== parts?.[1]) return undefined;
  const before = wall - offsetMs(wall - 24 * 60 * MINUTE_MS, timeZone);
  const after = wall - offsetMs(wall + 24 * 60 * MINUTE_MS, timeZone);
  return [before, after].sort((a, b) => a - b).find((at) => wallClockMs(at, timeZone) === wall) ?? before;
}

function offsetMs(atMs: number, timeZone: string): number {
  return wallClockMs(atMs, timeZone) - Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
}

/** Making one costs forty readings of it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** The reading of the wall clock in the zone, to the minute, as if it were UTC. */
function wallClockMs(atMs: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(atMs);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"));
}
