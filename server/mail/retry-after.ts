import { HOUR_MS, MINUTE_MS } from "~/app/domain/kernel/clock";

/** After this many attempts (some nine hours) a mail has failed; one with a code is tried for as long as its code lives. */
export const MOST_ATTEMPTS = 10;

const SECOND_MS = 1000;

/**
 * How long to wait after the n-th failed attempt (n from 1): one minute, doubled each time, two hours at most. Somebody sits and waits
 * for a code: five seconds, doubled, thirty at most, so that a server that first says "later" (greylisting) delays it by seconds.
 */
export function retryAfterMs(attempts: number, { signIn }: { readonly signIn: boolean }): number {
  return signIn
    ? Math.min(5 * SECOND_MS * 2 ** (attempts - 1), 30 * SECOND_MS)
    : Math.min(MINUTE_MS * 2 ** (attempts - 1), 2 * HOUR_MS);
}
