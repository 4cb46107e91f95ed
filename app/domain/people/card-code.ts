import { MINUTE_MS } from "../kernel/clock";
import type { Allowance } from "./allowance";

/** Crockford's base 32: no I, L, O, U, so that nothing is misread. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP = 4;

/**
 * Twelve signs, 60 bits. A right code is never held up by a limit, so that nobody can lock others out: guessing is hopeless by length
 * alone. 5,000 guesses a second (more than one server answers) through a whole year are 1.6 × 10¹¹; with 1,000 usable codes they find
 * one with a chance of 1.6 × 10¹¹ × 1,000 / 2⁶⁰, that is 1 in 7,000.
 */
export const CARD_CODE_LENGTH = 12;
/** Cards and letters printed before codes were lengthened: 50 bits, still read; the same card printed anew has a new code. */
export const OLD_CARD_CODE_LENGTH = 10;

/**
 * Wrong codes of one source (an address as the server knows it) before it is told to wait: 150 people behind one address may mistype
 * four times each within a minute. It keeps nobody out, see above.
 */
export const WRONG_CODES: Allowance = { most: 600, windowMs: MINUTE_MS };

/** The code of a card from random bits (8 bytes at least), in letters and figures of 5 bits each. */
export function cardCode(bits: Uint8Array, length: number = CARD_CODE_LENGTH): string {
  let code = "";
  let held = 0;
  let count = 0;
  for (const byte of bits) {
    held = ((held << 8) | byte) & 0xffff;
    count += 8;
    while (count >= 5 && code.length < length) {
      count -= 5;
      code += alphabet[(held >> count) & 31];
    }
  }
  if (code.length < length) throw new RangeError(`${bits.length} bytes are too few for a card`);
  return code;
}

/** What somebody typed, as a code: any case, spaces and hyphens left out, O read as 0, I and L as 1. Undefined when it cannot be one. */
export function readCardCode(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replace(/[\s\u202f-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const long = code.length === CARD_CODE_LENGTH || code.length === OLD_CARD_CODE_LENGTH;
  return long && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined;
}

/** "ABCD-EFGH-JKMN", as it is printed. */
export function printedCardCode(code: string): string {
  const group = code.length === OLD_CARD_CODE_LENGTH ? 5 : GROUP;
  return (code.match(new RegExp(`.{${group}}`, "g")) ?? [code]).join("-");
}
