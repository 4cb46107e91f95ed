import { type FieldEdits, type RowField, rowFields } from "~/app/domain/drafting/row-fields";

/** What the server says of the short fields of a text, or why it does not. */
export interface FieldAnswer {
  readonly version?: number;
  readonly state?: "draft" | "locked";
  readonly texts?: Readonly<Record<RowField, string>>;
  readonly refusal?: { readonly code: string };
}

/** Reads the fields. Null: nothing answered, or nothing was stored; it may be asked again. */
export const readFields = (url: string): Promise<FieldAnswer | null> => ask(url, { method: "GET" });

/** Saves edits of the fields, under the id of one command. Null as in `readFields`. */
export function saveFields(url: string, edits: FieldEdits, commandId: string): Promise<FieldAnswer | null> {
  const body = new FormData();
  body.set("commandId", commandId);
  for (const field of rowFields) {
    const edit = edits[field];
    if (!edit) continue;
    body.set(`${field}-from`, edit.from);
    body.set(`${field}-to`, edit.to);
  }
  return ask(url, { method: "POST", body });
}

/** Why the fields take nothing any more; null where they do. */
export const whyClosed = ({ state, refusal }: FieldAnswer): string | null =>
  refusal ? refusal.code : state === "locked" ? "document-locked" : null;

async function ask(url: string, request: RequestInit): Promise<FieldAnswer | null> {
  try {
    const response = await fetch(url, { ...request, headers: { Accept: "application/json" } });
    if (response.status >= 500 || response.status === 429) throw new Error("not stored");
    return (await response.json()) as FieldAnswer;
  } catch {
    return null;
  }
}
