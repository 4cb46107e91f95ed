import { MINUTE_MS } from "../kernel/clock";
import type { PersonId } from "../kernel/ids";

/** Somebody's deletions belong together while no pause between them is longer, and no longer than this after the first. */
export const REMOVAL_PAUSE_MS = 5_000;
export const REMOVAL_LONGEST_MS = MINUTE_MS;
/** What somebody wrote themselves so shortly before is still being worded: taking it out is nobody else's concern. */
export const WORDING_MS = 2 * MINUTE_MS;
/** Characters, spaces apart: about six words of a line; or a whole line, if it says something. */
const LARGE = 30;
const LARGE_LINE = 12;
/** Fewer deleted characters than this cannot be a large part. */
export const LEAST_DELETED = LARGE_LINE;

/** A larger part of a table's notes that somebody took out. */
export interface TakenOut {
  /** The same for everybody and for good: the place in the log of its first deletion. */
  readonly removalId: number;
  readonly personId: PersonId;
  /** When it was complete. UTC milliseconds. */
  readonly atMs: number;
  /** Its words, line by line as they stood. */
  readonly lines: readonly string[];
  /** While its words stand in the notes: who brought them back, and when. */
  readonly back: { readonly personId: PersonId; readonly atMs: number } | null;
}

/** What is gone of one line, and whether nothing of it is left. */
export interface LostWords {
  readonly text: string;
  readonly isWholeLine: boolean;
}

/** Whether so much is gone that everybody at the table is to see it: thirty characters in all, or one whole line of twelve. */
export function isLargePart(lost: readonly LostWords[]): boolean {
  const sizes = lost.map(({ text, isWholeLine }) => ({ size: text.replaceAll(/\s/g, "").length, isWholeLine }));
  const sum = sizes.reduce((all, { size }) => all + size, 0);
  return sum >= LARGE || sizes.some(({ size, isWholeLine }) => isWholeLine && size >= LARGE_LINE);
}
