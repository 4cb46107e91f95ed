// Every JSON column of every table, found in the tables themselves: a new one is held to this by itself.
import { getTableColumns, getTableName, is, sql, Table } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alias, isPg } from "./columns";
import { UnreadableRow } from "./read-json";
import * as box from "./schema/box";
import * as documents from "./schema/documents";
import * as main from "./schema/main";
import { type TestStores, testStores } from "./testing/stores";

let stores: TestStores;
beforeAll(async () => {
  stores = await testStores();
});
afterAll(() => stores.dispose());

const isTable = (value: unknown): value is PgTable => is(value, Table);
const tables = [main, documents, box].flatMap((schema) => Object.values(schema).filter(isTable));
const columns = tables.flatMap((table) => Object.values<PgColumn>(getTableColumns(table)));
const nameOf = (column: PgColumn): string => `${getTableName(column.table)}.${column.name}`;

/** Drizzle's own JSON columns hand out whatever a row says. */
const isUnparsed = ({ columnType }: PgColumn): boolean => /json/i.test(columnType);
const isParsed = (column: PgColumn): boolean =>
  column.columnType.endsWith("CustomColumn") && ["jsonb", "text"].includes(column.getSQLType());

const jsonColumns = columns.filter(isParsed).map((column) => ({ name: nameOf(column), column }));

/** No column holds any of these. */
const crooked = ["7", "true", '"secret"', '[["secret"],{"secret":"secret"}]'];

/** Queries for which the column's table is one row, of this column alone. */
function reading(column: PgColumn, text: string) {
  const type = sql.raw(isPg ? column.getSQLType() : "text");
  const row = sql`select cast(${text} as ${type}) as ${sql.identifier(column.name)}`;
  return stores.main.with(stores.main.$with(getTableName(column.table), {}).as(row));
}

const faultOf = (reading: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(reading).then(
    (rows) => new Error(`was read: ${JSON.stringify(rows)}`),
    (error: unknown) => error,
  );

function keyOf(column: PgColumn): string {
  const [key] = Object.entries(getTableColumns(column.table)).find(([, one]) => one === column) ?? [];
  if (key === undefined) throw new Error(nameOf(column));
  return key;
}

describe("a JSON column", () => {
  test("is parsed: none is left to what its type claims", () => {
    expect(columns.filter(isUnparsed).map(nameOf)).toEqual([]);
    expect(jsonColumns.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["assembly.title", "candidate.features", "draw_forecast.outcome", "journal.data"]),
    );
  });

  test.each(jsonColumns)(
    "$name refuses a wrong shape, saying where and nothing of what the row says",
    async ({ name, column }) => {
      for (const text of crooked) {
        const fault = await faultOf(reading(column, text).select({ value: column }).from(column.table));
        expect(fault).toBeInstanceOf(UnreadableRow);
        expect(String(fault)).toContain(`${name} cannot be read`);
        expect(JSON.stringify([String(fault), fault])).not.toContain("secret");
        expect(fault).not.toHaveProperty("cause");
      }
    },
  );

  test.each(jsonColumns)("$name is parsed under another name and out of a subquery too", async ({ column }) => {
    const renamed = alias(column.table, "other");
    const other = getTableColumns(renamed)[keyOf(column)];
    if (!other) throw new Error(nameOf(column));
    const inner = stores.main.select({ value: column }).from(column.table).as("inner_one");
    const crookedly = () => reading(column, "7");
    const readings = [
      crookedly().select({ value: other }).from(renamed),
      crookedly().select({ value: inner.value }).from(inner),
      crookedly()
        .select({ value: sql`${column}`.mapWith(column) })
        .from(column.table),
    ];
    for (const one of readings) expect(await faultOf(one)).toBeInstanceOf(UnreadableRow);
  });

  test.each(jsonColumns.filter(({ column }) => !isPg || column.getSQLType() === "text"))(
    "$name says nothing of a text that is no JSON",
    async ({ name, column }) => {
      const fault = await faultOf(reading(column, '{"secret').select({ value: column }).from(column.table));
      expect(String(fault)).toBe(`UnreadableRow: ${name} cannot be read: no JSON`);
    },
  );
});
