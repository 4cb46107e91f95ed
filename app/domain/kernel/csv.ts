/** The mark at the start of a file, so that spreadsheets read UTF-8. */
export const csvStart = "\ufeff";

/**
 * Rows as CSV (RFC 4180): comma, CRLF, quotes where needed, a mark at the start so that spreadsheets read UTF-8. A cell that a
 * spreadsheet would run as a formula (OWASP, CSV injection) gets an apostrophe before it.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return csvStart + csvRows(rows);
}

/** The same without the mark: further rows of a file that is written piece by piece. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const harmless = /^[\t\r]|^\s*[=+\-@|]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
