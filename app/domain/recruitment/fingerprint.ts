const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A hash in base64url (RFC 4648 §5) as the hexadecimal digits that people compare and other tools print. */
export function fingerprint(hash: string): string {
  let bits = "";
  for (const letter of hash) bits += alphabet.indexOf(letter).toString(2).padStart(6, "0");
  const whole = bits.slice(0, bits.length - (bits.length % 8));
  return (whole.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join("");
}

/** "7f3a 91c4 … e02d": enough to recognise it on a screen. */
export function shortFingerprint(hex: string): string {
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-4)}`;
}
