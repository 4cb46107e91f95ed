import { cleanCell } from "../kernel/cell";

/** An address as it is kept and compared: trimmed, in lower case (local parts are never case-sensitive in practice, RFC 5321 §2.4). */
export function normaliseEmail(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}

/** Whether a text has the shape of an address; whether it exists, only a mail can tell. At most 254 characters (RFC 5321 §4.5.3.1.3). */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@.<>()",;:\\]{2,}$/.test(text);
}

/** An address as somebody typed it into a cell, in the one spelling that is kept; nothing when it is not one. */
export function mailAddress(cell: string): string | null {
  const address = normaliseEmail(cleanCell(cell));
  return isEmail(address) ? address : null;
}
