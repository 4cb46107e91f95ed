import type { z } from "zod";
import { readForm } from "../http/read-form";

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a schema makes of a form that was posted with these fields; `commandId` is always there. */
function read<Schema extends z.ZodType>(schema: Schema, fields: Fields) {
  const form = new FormData();
  form.set("commandId", "c".repeat(22));
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
  return readForm(schema, form);
}

/** What is refused of a posted form, as `field: code`. */
export function refused(schema: z.ZodType, fields: Fields): string[] {
  const result = read(schema, fields);
  return result.ok ? [] : result.reply.refusals.map(({ field, code }) => `${field}: ${code}`);
}

/** What is taken from a posted form; throws when it is refused. */
export function taken<Schema extends z.ZodType>(schema: Schema, fields: Fields): z.output<Schema> {
  const result = read(schema, fields);
  if (!result.ok) throw new Error(JSON.stringify(result.reply.refusals));
  return result.value;
}
