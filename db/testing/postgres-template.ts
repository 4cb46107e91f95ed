import pg from "pg";
import { migrateStores } from "../migrate";
import type { TestDatabase } from "./test-database";

/** Taken while the template is made, so that test workers which start together make one. */
const TEMPLATE_LOCK = 4_851_201;

const urlOf = (serverUrl: string, database: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
};

async function onServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function makeTemplate(client: pg.Client, serverUrl: string, template: string): Promise<void> {
  const found = await client.query("select 1 from pg_database where datname = $1", [template]);
  if (found.rowCount) return;
  const draft = `${template}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  await migrateStores({ databaseUrl: urlOf(serverUrl, draft), dataDir: "" });
  await client.query(`alter database ${draft} rename to ${template}`);
}

const made = new Map<string, Promise<void>>();

function templateOnce(serverUrl: string, template: string): Promise<void> {
  const known = made.get(template);
  if (known) return known;
  const making = onServer(serverUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    await makeTemplate(client, serverUrl, template);
  });
  made.set(template, making);
  return making;
}

/** Databases of this test file that are empty again, by server. */
const emptied: TestDatabase[] = [];

/**
 * A database for one test that only writes rows: the next test of the file has it after it, emptied, since to copy the template anew takes
 * PostgreSQL longer than most tests. `removeEmptied` drops them when the file is done.
 */
export async function postgresReused(serverUrl: string, name: string): Promise<TestDatabase> {
  const database = emptied.pop() ?? (await postgresCopy(serverUrl, name));
  return {
    options: database.options,
    remove: async () => {
      await emptyTables(database.options.databaseUrl ?? serverUrl);
      emptied.push(database);
    },
  };
}

export async function removeEmptied(): Promise<void> {
  for (const database of emptied.splice(0)) await database.remove();
}

/** Empties every table that has rows, but the lists of migrations. */
const EMPTY = `do $$
declare
  one record;
  filled text := '';
  has_rows boolean;
begin
  for one in
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename <> '__drizzle_migrations'
  loop
    execute format('select exists (select 1 from %s)', one.name) into has_rows;
    if has_rows then filled := filled || ', ' || one.name; end if;
  end loop;
  if filled <> '' then execute 'truncate ' || substr(filled, 3) || ' restart identity cascade'; end if;
end $$`;

async function emptyTables(databaseUrl: string): Promise<void> {
  await onServer(databaseUrl, (client) => client.query(EMPTY));
}

/** A database of its own for one test; its name starts with the hash of the migrations. */
export async function postgresCopy(serverUrl: string, name: string): Promise<TestDatabase> {
  const template = `hemicycle_template_${name.split("_")[0]}`;
  const database = `hemicycle_test_${name}`;
  await templateOnce(serverUrl, template);
  await onServer(serverUrl, (client) => client.query(`create database ${database} template ${template}`));
  return {
    options: { databaseUrl: urlOf(serverUrl, database), dataDir: "" },
    remove: () =>
      onServer(
        serverUrl,
        async (client) => void (await client.query(`drop database if exists ${database} with (force)`)),
      ),
  };
}
