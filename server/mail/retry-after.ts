import { HOUR_MS, MINUTE_MS } from "~/app/domain/kernel/clock";

/** After this many attempts (some nine hours) a mail has failed. */
export const MOST_ATTEMPTS = 10;

/** How long to wait after the n-th failed attempt (n from 1): one minute, doubled each time, two hours at most. */
export function retryAfterMs(attempts: number): number {
  return Math.min(MINUTE_MS * 2 ** (attempts - 1), 2 * HOUR_MS);
}
