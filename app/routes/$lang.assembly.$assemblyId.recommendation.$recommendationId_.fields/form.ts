import { z } from "zod";
import { type FieldEdits, type RowField, rowFieldLimits, rowFields } from "~/app/domain/drafting/row-fields";
import { commandId } from "~/realtime/protocol/ids";

/** What a field held and what it shall hold, as `title-from` and `title-to`. */
export const fieldsForm = z.looseObject({ commandId });

/** The edits of a form, or the field whose text is too long. */
export function readEdits(fields: Readonly<Record<string, unknown>>): FieldEdits | { readonly tooLong: RowField } {
  const edits: Record<string, { from: string; to: string }> = {};
  for (const field of rowFields) {
    const from = fields[`${field}-from`];
    const to = fields[`${field}-to`];
    if (typeof from !== "string" || typeof to !== "string") continue;
    const edit = { from: withLineEnds(from), to: withLineEnds(to) };
    if (edit.to.length > rowFieldLimits[field]) return { tooLong: field };
    edits[field] = edit;
  }
  return edits;
}

/** A posted form has CRLF where the page has LF. */
const withLineEnds = (text: string): string => text.replaceAll("\r\n", "\n");
