import { plainText } from "../sortition/household-key";

/** A cell as a person meant it: no invisible characters, no spaces around, single spaces inside. */
export function cleanCell(cell: string | undefined): string {
  return (cell ?? "")
    .normalize("NFC")
    .replace(/[\p{Cf}\p{Cc}]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Two headers or values with one key are the same: case, accents and surplus spaces do not count. */
export function valueKey(cell: string): string {
  return plainText(cell);
}

/** A mail address in the one spelling that is kept: trimmed, lower case; nothing when it is not an address (RFC 5321, 254 octets). */
export function mailAddress(cell: string): string | null {
  const address = cleanCell(cell).toLowerCase();
  return address.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(address) ? address : null;
}
