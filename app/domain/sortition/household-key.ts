/**
 * The key of a household: all cells together, compared without case, accents and surplus spaces.
 * Nothing when any cell is blank: such a person counts as living alone.
 */
export function householdKey(cells: readonly string[] | undefined): string | undefined {
  if (!cells || cells.length === 0) return undefined;
  const plain = cells.map(plainText);
  return plain.some((cell) => cell === "") ? undefined : plain.join("\u001f");
}

/** A text without case, accents and surplus spaces; invisible characters count as spaces. */
export function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[\p{Cf}\p{Cc}]/gu, " ")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/\s+/gu, " ")
    .trim();
}
