import { HOUR_MS, MINUTE_MS } from "../kernel/clock";
import { type Random, uniformBelow } from "../kernel/random";

export const CODE_LIFE_MS = 10 * MINUTE_MS;
/** Five tries of a million: with eight mails an hour, a stranger has one chance in 25,000 an hour (NIST SP 800-63B §5.2.2 allows more). */
export const MOST_TRIES = 5;
export const MOST_MAILS_PER_WINDOW = 8;
export const MAIL_WINDOW_MS = HOUR_MS;

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
