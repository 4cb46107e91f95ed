/** The fields of a recommendation that are one short text each: they lie in its row, not in the shared document. */
export const rowFields = ["title", "addressee", "cost"] as const;
export type RowField = (typeof rowFields)[number];

/** The longest text of each, in characters: a title fits two lines of the booklet, the others a paragraph. */
export const rowFieldLimits: Readonly<Record<RowField, number>> = { title: 200, addressee: 500, cost: 1000 };

/** What somebody saw in a field, and what they made of it. */
export interface FieldEdit {
  readonly from: string;
  readonly to: string;
}

export type FieldEdits = Readonly<Partial<Record<RowField, FieldEdit>>>;

/**
 * What an edit writes, given what the row holds now: the fields that change, or the first field that somebody else changed
 * meanwhile. A field that already holds what was typed needs nothing.
 */
export function settleEdits(
  row: Readonly<Record<RowField, string>>,
  edits: FieldEdits,
): { readonly change: Partial<Record<RowField, string>> } | { readonly conflict: RowField } {
  const change: Partial<Record<RowField, string>> = {};
  for (const field of rowFields) {
    const edit = edits[field];
    if (!edit || row[field] === edit.to) continue;
    if (row[field] !== edit.from) return { conflict: field };
    change[field] = edit.to;
  }
  return { change };
}
