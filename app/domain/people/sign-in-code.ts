import { DAY_MS, HOUR_MS, MINUTE_MS } from "../kernel/clock";
import { type Random, uniformBelow } from "../kernel/random";
import type { Allowance } from "./allowance";

export const CODE_LIFE_MS = 10 * MINUTE_MS;
/** Tries of one code (NIST SP 800-63B §5.2.2 allows a hundred in all). */
export const MOST_TRIES = 5;

/**
 * Mails that one source may have sent to one address; then it is told to wait. The pauses of this and of the next allowance together
 * are shorter than the life of a mail: whoever is refused has a mail whose link still works, on any device. So nobody is locked out
 * by somebody who asks in their place.
 */
export const MAILS_OF_SOURCE: Allowance = { most: 8, windowMs: HOUR_MS, pauseMs: 3 * MINUTE_MS };

/** Mails to one address, whoever asks. What is over is not sent, and the answer is the same, so that it tells nothing of the address. */
export const MAILS_TO_ADDRESS: Allowance = { most: 16, windowMs: HOUR_MS, pauseMs: 3 * MINUTE_MS };

/**
 * Codes that were sent to one address in a day and not used: past these (in all, or asked for by one source) mails carry their link
 * alone, which nobody can guess. So whoever guesses ceaselessly has 12 × 5 tries of a million a day, 1 in 16,000, and from one source
 * 20 tries, 1 in 50,000; the address stays reachable by the link.
 */
export const MOST_UNUSED_CODES = { inAll: 12, ofSource: 4, windowMs: DAY_MS } as const;

/** Six digits, each of the million equally likely. */
export function newSignInCode(random: Random): string {
  return String(uniformBelow(random, 1_000_000)).padStart(6, "0");
}

/** The six digits somebody typed or pasted, spaces and hyphens left out; undefined when they are not six digits. */
export function readSignInCode(text: string): string | undefined {
  const digits = text.replace(/[\s\u202f-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** "123 456", as it is easiest to read. */
export function spokenCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** A mail that was asked for to sign in. */
export interface AskedMail {
  readonly createdAt: Date;
  readonly usedAt: Date | null;
  readonly hasCode: boolean;
  /** By somebody signed in who says that the address is theirs. */
  readonly isClaim: boolean;
  /** A hash of where it was asked from. */
  readonly source: string | null;
}

/**
 * What an address is sent now: a mail with a code, one with its link alone, or nothing. `asked` are its mails of the last day, of which
 * those that signed somebody in do not count: no stranger has used them. Instants in ms.
 */
export function mailToSend(
  asked: readonly AskedMail[],
  { source, nowMs }: { readonly source: string; readonly nowMs: number },
): "code-and-link" | "link-alone" | "nothing" {
  const ignored = asked.filter(({ usedAt }) => usedAt === null);
  const lately = ignored.filter(({ createdAt }) => nowMs - createdAt.getTime() < MAILS_TO_ADDRESS.windowMs);
  const { most, pauseMs = 0 } = MAILS_TO_ADDRESS;
  const lastMs = Math.max(0, ...lately.map(({ createdAt }) => createdAt.getTime()));
  if (lately.length >= most && nowMs - lastMs < pauseMs) return "nothing";
  const unused = ignored.filter(({ hasCode }) => hasCode);
  const own = unused.filter((one) => one.source === source);
  const spent = unused.length >= MOST_UNUSED_CODES.inAll || own.length >= MOST_UNUSED_CODES.ofSource;
  return spent ? "link-alone" : "code-and-link";
}
