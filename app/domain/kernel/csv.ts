/**
 * Rows as CSV (RFC 4180): comma, CRLF, quotes where needed, a mark at the start so that spreadsheets read UTF-8. A cell that a
 * spreadsheet would run as a formula (OWASP, CSV injection) gets an apostrophe before it.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
