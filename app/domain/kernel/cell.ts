/**
 * Signs nobody sees: soft hyphens, zero-width spaces, marks of direction. Joiners stay where scripts and emoji need them. What a joiner
 * follows is a letter with its marks, not the mark alone: "à" is a Latin letter however its accent is spelt.
 */
const unseen =
  /[\u200C\u200D](?<!(?!\p{Script=Latin})[\p{L}\p{Extended_Pictographic}\p{Emoji_Modifier}]\p{M}*[\u200C\u200D])|[^\P{Cf}\u200C\u200D]/gu;

/** A cell as a person meant it: no invisible characters, no spaces around, single spaces inside. */
export function cleanCell(cell: string | undefined): string {
  return (cell ?? "")
    .replace(/\p{Cc}/gu, " ")
    .replace(unseen, "")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * Two cells with one key are the same value, everywhere: quotas, cells, names of columns, households, on the screens and on the
 * command line. Case, accents, invisible characters and surplus spaces do not count, nor does which hyphen, dash or apostrophe was
 * typed ("16–29" is "16-29"). Only marks that Latin, Greek and Cyrillic letters carry are accents: in other scripts a mark is a vowel.
 */
export function valueKey(cell: string): string {
  return cleanCell(cell)
    .replace(/\u00b4/gu, "'") // NFKD would take an acute accent that stands alone for a space with an accent
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]|\p{Cf}/gu, "")
    .replace(/\p{Pd}|\u2212/gu, "-")
    .replace(/[\u2018\u2019\u02bc`]/gu, "'")
    .toLowerCase()
    .replace(/ß/gu, "ss")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
}
