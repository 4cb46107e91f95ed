import type { Statement } from "better-sqlite3";

export type Method = "run" | "all" | "values" | "get";

/** What Drizzle is answered; `rowCount` as PostgreSQL names it, so that compare-and-set reads the same on both engines. */
export interface Answer {
  rows: unknown[];
  rowCount: number;
}

/** Values in raw SQL fragments have no column to translate them. */
function toSqlite(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  return value;
}

/** Runs a prepared statement and answers in the shape of Drizzle's proxy driver. */
export function execute(statement: Statement, params: readonly unknown[], method: Method): Answer {
  const values = params.map(toSqlite);
  if (!statement.reader) return { rows: [], rowCount: statement.run(...values).changes };
  if (method === "get") {
    // Drizzle takes the row itself here, and nothing for "no row", whatever its type says.
    const row = statement.get(...values) as unknown[];
    return { rows: row, rowCount: row ? 1 : 0 };
  }
  const rows = statement.all(...values);
  return { rows, rowCount: rows.length };
}
