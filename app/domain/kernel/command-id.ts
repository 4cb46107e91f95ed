import { DAY_MS } from "./clock";
import { newId } from "./ids";
import type { Random } from "./random";

/** A command may be repeated for this long after the page that made it was read: a laptop that slept, a tab that is restored. */
export const REPEATABLE_FOR_MS = 90 * DAY_MS;

/** The time of a key, in milliseconds since 1970, base 36. */
const TIMED = /^t([0-9a-z]{8,9})-/;

/**
 * What the ids of one page's commands begin with: when the server read the page, by the server's own clock, and 128 bits of chance. A
 * device's clock may be years wrong.
 */
export function newPageKey(random: Random, readAtMs: number): string {
  return `t${Math.max(0, readAtMs).toString(36).padStart(8, "0")}-${newId<"page">(random)}`;
}

/** When the page of a command was read, in ms; null where its id says no time: it is then taken as new. */
export function readAtOf(commandId: string): number | null {
  const [, time] = TIMED.exec(commandId) ?? [];
  return time === undefined ? null : Number.parseInt(time, 36);
}

/** Whether a command is so old that nobody remembers any more whether it was carried out. */
export function isTooOld(commandId: string, nowMs: number): boolean {
  const readAtMs = readAtOf(commandId);
  return readAtMs !== null && nowMs - readAtMs > REPEATABLE_FOR_MS;
}
