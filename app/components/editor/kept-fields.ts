import { z } from "zod";
import { type FieldEdits, type RowField, rowFields } from "~/app/domain/drafting/row-fields";
import type { Drawer } from "~/realtime/browser/unsent/drawer";
import { strand } from "~/realtime/browser/unsent/stranded-texts";

/** The one thing in the drawer of a page with short fields. */
const KEPT = "fields";

const edit = z.object({ from: z.string(), to: z.string() }).exactOptional();
const fields = { title: edit, addressee: edit, cost: edit };
const label = z.string();
const kept = z.object({
  url: z.string(),
  title: z.string(),
  labels: z.object({ title: label, addressee: label, cost: label }),
  edits: z.object(fields),
});

/** Edits of short fields that could not be saved yet, with where they are saved and what the page calls the text and its fields. */
export interface KeptFields {
  readonly url: string;
  readonly title: string;
  readonly labels: Readonly<Record<RowField, string>>;
  readonly edits: FieldEdits;
}

/** The edits that an earlier page left in this tab; null when there is nothing, or nothing that can be read. */
export function readKept(drawer: Drawer | null | undefined): KeptFields | null {
  try {
    const read = kept.safeParse(JSON.parse(drawer?.read(KEPT) ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The drawer of the short fields of a text, by its document. */
export const fieldsPlace = (documentId: string): string => `fields-${documentId}`;

export function keepFields(drawer: Drawer, fields: KeptFields): void {
  if (Object.keys(fields.edits).length === 0) drawer.remove(KEPT);
  else drawer.put(KEPT, JSON.stringify(fields));
}

/** They will never be saved: what was typed is its author's again. */
export function strandFields(drawer: Drawer, { title, labels, edits }: KeptFields, reason: string): void {
  const lines = rowFields.flatMap((field) => {
    const text = edits[field]?.to.trim() ?? "";
    if (text === "") return [];
    const words = `${labels[field]} : ${text}`;
    return [{ words, unsaved: [[words.length - text.length, words.length] as const] }];
  });
  strand(drawer, { title, reason, lines });
  drawer.remove(KEPT);
}
