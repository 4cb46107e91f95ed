/** The mark at the start of a file, so that spreadsheets read UTF-8. */
export const csvStart = "\ufeff";

/**
 * Rows as CSV (RFC 4180), the one way in which this project writes tables: comma, CRLF, quotes where needed, a mark at the start so that
 * spreadsheets read UTF-8. A cell that a spreadsheet would run as a formula (OWASP, CSV injection) gets an apostrophe before it.
 * `readTable` gives back what was written, cell by cell.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return csvStart + csvRows(rows);
}

/** The same without the mark: further rows of a file that is written piece by piece. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** What a spreadsheet might take for a formula, with as many apostrophes before it as there may be. */
const formula = /^'*(?:[\t\r]|\s*[=+\-@|])/;

/** Every separator that is looked for, and Excel's own first line, are quoted: nobody mistakes the commas' file for another. */
function cell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",;|\t\r\n]|^sep=/i.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A cell as it was before it was written: without the apostrophe that keeps a spreadsheet from running it. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
