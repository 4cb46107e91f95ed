import { isEmail, normaliseEmail } from "../people/email-address";
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

/** A mail address in the one spelling that is kept; nothing when it is not one. */
export function mailAddress(cell: string): string | null {
  const address = normaliseEmail(cleanCell(cell));
  return isEmail(address) ? address : null;
}
