import { MINUTE_MS } from "../kernel/clock";

/** Crockford's base 32: no I, L, O, U, so that nothing is misread. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 10;

/**
 * Tries of the whole installation in a minute: 150 people may type theirs at once, and a stranger who used all of them for a year
 * would find one of 200 cards (50 bits each) with a chance of 1 in 18,000.
 */
export const MOST_CARD_TRIES = 600;
export const CARD_WINDOW_MS = MINUTE_MS;

/** The code of a card from random bits (7 bytes at least): 10 letters and figures, 50 bits. */
export function cardCode(bits: Uint8Array): string {
  let code = "";
  let held = 0;
  let count = 0;
  for (const byte of bits) {
    held = ((held << 8) | byte) & 0xffff;
    count += 8;
    while (count >= 5 && code.length < LENGTH) {
      count -= 5;
      code += alphabet[(held >> count) & 31];
    }
  }
  if (code.length < LENGTH) throw new RangeError(`${bits.length} bytes are too few for a card`);
  return code;
}

/** What somebody typed, as a code: any case, spaces and hyphens left out, O read as 0, I and L as 1. Undefined when it cannot be one. */
export function readCardCode(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replace(/[\s\u202f-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return code.length === LENGTH && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined;
}

/** "ABCDE-12345", as it is printed. */
export function printedCardCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
