/** A name as it is kept: one line, single spaces, without control characters. */
export function tidyName(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();
}
