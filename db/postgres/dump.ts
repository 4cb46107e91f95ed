import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import type { CopyFacts } from "../backup";
import { STORE_NAMES, type StoreName } from "../store";
import { databaseArguments, runClientProgram } from "./client-programs";
import { connectAlone } from "./connections";
import { SCHEMA } from "./migrate";

export const DUMP_FILE = "postgres.dump";

/** Copies the three schemas, as they are at one instant, into `postgres.dump` (pg_dump's own format). Throws `CopyFault`. */
export async function dumpPostgres(databaseUrl: string, into: string): Promise<void> {
  const schemas = STORE_NAMES.map((name) => `--schema=${SCHEMA[name]}`);
  const { args, env } = databaseArguments(databaseUrl);
  const format = ["--format=custom", "--no-owner", "--no-privileges", `--file=${join(into, DUMP_FILE)}`];
  await runClientProgram("pg_dump", [...format, ...schemas, ...args], env);
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectAlone(databaseUrl);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether none of the three schemas has a table. */
export function isEmptyPostgres(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_tables where schemaname = any($1) limit 1", [
      STORE_NAMES.map((name) => SCHEMA[name]),
    ]);
    return rowCount === 0;
  });
}

/** Puts a dump into an empty database, all or nothing. Throws `CopyFault`. */
export async function restorePostgres(databaseUrl: string, folder: string): Promise<void> {
  const dump = join(folder, DUMP_FILE);
  const list = join(folder, `${DUMP_FILE}.list`);
  // `public` is there in every database: the schemas are made first, and left out of what the dump makes.
  await withClient(databaseUrl, async (client) => {
    for (const name of STORE_NAMES) await client.query(`create schema if not exists ${SCHEMA[name]}`);
  });
  const entries = (await runClientProgram("pg_restore", ["--list", dump])).split("\n");
  writeFileSync(list, entries.filter((entry) => !/^\d+; \d+ \d+ (SCHEMA|COMMENT) - /.test(entry)).join("\n"));
  const { args, env } = databaseArguments(databaseUrl);
  const whole = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", `--use-list=${list}`];
  await runClientProgram("pg_restore", [...whole, ...args, dump], env);
}

async function count(client: pg.Client, table: string): Promise<number> {
  const { rows: found } = await client.query<{ there: boolean }>("select to_regclass($1) is not null as there", [
    table,
  ]);
  if (!found[0]?.there) return 0;
  return Number((await client.query<{ n: string }>(`select count(*)::text as n from ${table}`)).rows[0]?.n);
}

async function lastMigration(client: pg.Client, name: StoreName): Promise<number> {
  const table = `${SCHEMA[name]}.__drizzle_migrations`;
  if ((await count(client, table)) === 0) return -1;
  return Number((await client.query<{ n: string }>(`select max(created_at)::text as n from ${table}`)).rows[0]?.n);
}

/** What a database is: its migrations, and how much it holds. */
export function postgresFacts(databaseUrl: string): Promise<CopyFacts> {
  return withClient(databaseUrl, async (client) => ({
    migrations: {
      main: await lastMigration(client, "main"),
      documents: await lastMigration(client, "documents"),
      box: await lastMigration(client, "box"),
    },
    contents: {
      assemblies: await count(client, "public.assembly"),
      people: await count(client, "public.person"),
      changesOfTexts: await count(client, "documents.document_update"),
    },
  }));
}
