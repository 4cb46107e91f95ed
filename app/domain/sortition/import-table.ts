/** A table as read from a file: the header's cells, then rows with their number in the file (the header is row 1). */
export interface ImportTable {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** Something wrong with an import, at its place. `column` is the name in the header. */
export interface BadCell {
  readonly code:
    | "column-missing"
    | "column-doubled"
    | "value-empty"
    | "value-unknown"
    | "not-a-whole-number"
    | "min-over-max"
    | "flex-outside"
    | "quota-doubled"
    | "person-doubled"
    | "too-many-cells"
    | "no-rows";
  readonly table: "features" | "people";
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly id?: string;
  /** Other rows concerned. */
  readonly rows?: readonly number[];
}

/** A cell as it is compared: without surplus spaces and case. */
export function folded(cell: string): string {
  return cell.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
}

/** Where each column is, by folded name; a name that comes again is told. */
export function columnsOf(
  { header }: ImportTable,
  table: BadCell["table"],
): { places: Map<string, number>; problems: BadCell[] } {
  const places = new Map<string, number>();
  const problems: BadCell[] = [];
  header.forEach((cell, at) => {
    const name = folded(cell);
    if (name === "") return;
    if (places.has(name)) problems.push({ code: "column-doubled", table, row: 1, column: cell.trim() });
    else places.set(name, at);
  });
  return { places, problems };
}

/** Cells beyond the header are a sign of a broken row. */
export function surplusCells({ header, rows }: ImportTable, table: BadCell["table"]): BadCell[] {
  return rows
    .filter(({ cells }) => cells.slice(header.length).some((cell) => cell.trim() !== ""))
    .map(({ row }) => ({ code: "too-many-cells", table, row }));
}
