import pg from "pg";
import { z } from "zod";
import { bigint, boolean, bytes, integer, json, real, serial, table, text, timestamp, uniqueIndex } from "../columns";
import { storeFile } from "../connect";
import { openPostgresStore } from "../postgres/open-store";
import { HeldDatabase } from "../sqlite/held-database";
import { openSqliteStore } from "../sqlite/open-store";
import type { OpenStore } from "../store";
import { testDatabase } from "./stores";
import type { TestDatabase } from "./test-database";

/** Not rebuilt in the order of a schema: that PostgreSQL reorders keys is seen. */
const sampleShape = z.custom<{ b: number; a: readonly string[] }>(
  (value) => typeof value === "object" && value !== null && "a" in value && "b" in value,
);

/** One column of every type: what both engines promise is tried on it, whatever the product's tables become. */
export const sample = table(
  "sample",
  {
    id: text("id").primaryKey(),
    key: text("key").notNull(),
    note: text("note"),
    amount: integer("amount").notNull(),
    share: real("share"),
    large: bigint("large"),
    yes: boolean("yes"),
    at: timestamp("at"),
    shape: json("shape", sampleShape),
    raw: bytes("raw"),
  },
  (t) => [uniqueIndex("sample_key").on(t.key)],
);

export const sampleLine = table("sample_line", {
  sequence: serial("sequence"),
  sampleId: text("sample_id")
    .notNull()
    .references(() => sample.id, { onDelete: "cascade" }),
});

const schema = { sample, sampleLine };
export type SampleSchema = typeof schema;

const SQLITE_TABLES = `
  create table sample (id text primary key not null, key text not null, note text, amount integer not null, share real,
    large integer, yes integer, at integer, shape text, raw blob, constraint amount_not_negative check (amount >= 0));
  create unique index sample_key on sample (key);
  create table sample_line (sequence integer primary key autoincrement not null,
    sample_id text not null references sample (id) on delete cascade);`;

const POSTGRES_TABLES = `
  create table sample (id text primary key, key text not null, note text, amount integer not null, share double precision,
    large bigint, yes boolean, at timestamptz(3), shape jsonb, raw bytea, constraint amount_not_negative check (amount >= 0));
  create unique index sample_key on sample (key);
  create table sample_line (sequence bigserial primary key,
    sample_id text not null references sample (id) on delete cascade);`;

export interface SampleStore extends OpenStore<SampleSchema> {
  readonly database: TestDatabase;
  dispose(): Promise<void>;
}

async function openSample({ options: { databaseUrl, dataDir } }: TestDatabase): Promise<OpenStore<SampleSchema>> {
  if (databaseUrl !== undefined) {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(POSTGRES_TABLES);
    await client.end();
    return openPostgresStore({ databaseUrl, schema, connections: 10 });
  }
  const file = storeFile(dataDir, "main");
  const connection = new HeldDatabase(file);
  connection.exec(SQLITE_TABLES);
  connection.close();
  return openSqliteStore({ file, schema, durability: "full" });
}

/** A store with the sample's tables, as the product's own are opened. */
export async function sampleStore(): Promise<SampleStore> {
  const database = await testDatabase();
  const store = await openSample(database);
  return {
    ...store,
    database,
    dispose: async () => {
      await store.close();
      await database.remove();
    },
  };
}
