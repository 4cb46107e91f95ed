import { type Column, getTableName } from "drizzle-orm";
import type { z } from "zod";

/** What a fault names: the column that was read, whatever the query called it. */
type Place = Pick<Column, "name" | "table">;

/**
 * The JSON of a column, parsed by its shape. A row that does not fit is a fault of ours, and is thrown: it names table, column and the
 * place in the shape, never what the row says, which may be somebody's own.
 */
export function parsedJson<Value>(column: Place, shape: z.ZodType<Value>, value: unknown): Value {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const found = read.error.issues.map(({ code, path }) => [...path, code].map(String).join(" "));
  throw new UnreadableRow(column, found);
}

/** The same of its text. */
export function readJson<Value>(column: Place, shape: z.ZodType<Value>, text: unknown): Value {
  return parsedJson(column, shape, text === "" ? "" : jsonFrom(column, text));
}

/** Its own message quotes the text. */
function jsonFrom(column: Place, text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new UnreadableRow(column, ["no JSON"]);
  }
}

const MOST_NAMED = 5;

/** A row that an older or a wrong hand wrote: we cannot say what it means. */
export class UnreadableRow extends Error {
  constructor({ table, name }: Place, found: readonly string[]) {
    super(`${getTableName(table)}.${name} cannot be read: ${found.slice(0, MOST_NAMED).join(", ")}`);
    this.name = "UnreadableRow";
  }
}
