// One schema for two engines. DATABASE_URL decides when this module is loaded. The static types are always PostgreSQL's,
// so what SQLite cannot do (ilike, JSON operators, row locks) compiles all the same: queries live in db/repositories only,
// and each is tested on both engines.
import type { Column } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import type { z } from "zod";
import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import { parsedJson, readJson } from "./read-json";

export const isPg = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "");

const pick = <T>(onPostgres: T, onSqlite: unknown): T => (isPg ? onPostgres : (onSqlite as T));

/** A table of the main store. */
export const table = pick(pg.pgTable, sqlite.sqliteTable);

/** A table of the documents store: a schema of its own on PostgreSQL, a file of its own on SQLite. */
export const documentsTable = pick(pg.pgSchema("documents").table, sqlite.sqliteTable);

/** A table of the box (anonymous ballots): a schema of its own on PostgreSQL, a file of its own on SQLite. */
export const boxTable = pick(pg.pgSchema("box").table, sqlite.sqliteTable);

export const index = pick(pg.index, sqlite.index);
export const uniqueIndex = pick(pg.uniqueIndex, sqlite.uniqueIndex);
export const primaryKey = pick(pg.primaryKey, sqlite.primaryKey);
export const alias = pick(pg.alias, sqlite.alias);

export const text = pick(pg.text, sqlite.text);
/** 32 bits on PostgreSQL. */
export const integer = pick(pg.integer, sqlite.integer);
/** A 64-bit floating-point number. */
export const real = pick(pg.doublePrecision, sqlite.real);
export const boolean = pick(pg.boolean, (name: string) => sqlite.integer(name, { mode: "boolean" }));

/** A whole number up to 2^53. */
export const bigint = pick(
  <Name extends string>(name: Name) => pg.bigint(name, { mode: "number" }),
  (name: string) => sqlite.integer(name, { mode: "number" }),
);

/** Counts up by itself and is the primary key (SQLite counts nothing else): for logs whose order matters, not for ids. */
export const serial = pick(
  <Name extends string>(name: Name) => pg.bigserial(name, { mode: "number" }).primaryKey(),
  (name: string) => sqlite.integer(name, { mode: "number" }).primaryKey({ autoIncrement: true }),
);

/** An instant in UTC, to the millisecond. */
export const timestamp = pick(
  <Name extends string>(name: Name) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: "date" }),
  (name: string) => sqlite.integer(name, { mode: "timestamp_ms" }),
);

/**
 * A JSON value of the given shape: no row comes out of the column without being parsed by it (`read-json.ts`), whatever query reads it.
 * PostgreSQL reorders the keys: text that is hashed belongs in a text column.
 */
export const json = <Name extends string, Value>(name: Name, shape: z.ZodType<Value>) =>
  pick(
    pg.customType<JsonOf<Value>>({
      dataType: () => "jsonb",
      toDriver: JSON.stringify,
      fromDriver(this: Column, value) {
        return parsedJson(this, shape, value);
      },
    })<Name>(name),
    sqlite.customType<JsonOf<Value>>({
      dataType: () => "text",
      toDriver: JSON.stringify,
      fromDriver(this: Column, value) {
        return readJson(this, shape, value);
      },
    })<Name>(name),
  );

/** The same for a value that is kept as one text on both engines, keys in order and all; an empty text is a value that was emptied. */
export const jsonText = <Name extends string, Value>(name: Name, shape: z.ZodType<Value>) => {
  const type = {
    dataType: () => "text",
    toDriver: (value: Value) => (value === "" ? "" : canonicalJson(value)),
    fromDriver(this: Column, value: unknown) {
      return readJson(this, shape, value);
    },
  };
  return pick(pg.customType<JsonOf<Value>>(type)<Name>(name), sqlite.customType<JsonOf<Value>>(type)<Name>(name));
};

interface JsonOf<Value> {
  readonly data: Value;
  readonly driverData: unknown;
}

const toDriver = (value: Uint8Array): Buffer => Buffer.from(value.buffer, value.byteOffset, value.byteLength);
const fromDriver = (value: Buffer): Uint8Array => new Uint8Array(value.buffer, value.byteOffset, value.byteLength);

export const bytes = pick(
  pg.customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => "bytea", toDriver, fromDriver }),
  sqlite.customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => "blob", toDriver, fromDriver }),
);
