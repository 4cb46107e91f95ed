import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { expect, test } from "vitest";
import { isPg } from "./columns";
import { migrationsFolder } from "./migrate";
import { testDatabase } from "./testing/stores";

/** The migration that turned a group's own end into time on top of everyone's. */
function statements(): readonly string[] {
  const folder = migrationsFolder("main");
  const name = readdirSync(folder).find((file) => file.endsWith("time-on-top.sql"));
  if (!name) throw new Error("the migration is gone");
  return readFileSync(join(folder, name), "utf8").split("--> statement-breakpoint");
}

const instant = isPg ? "timestamp (3) with time zone" : "integer";
const minute = (at: number): string => (isPg ? `to_timestamp(${at * 60})` : String(at * 60_000));

/** As far as the migration looks at them: an open round that ends at minute 60, and one that is over. */
const before = [
  `create table session (id text, round_id text, item_ends_at ${instant})`,
  `create table round_group (id text, round_id text, item_ends_at ${instant})`,
  `insert into session values ('s', 'open', ${minute(60)}), ('t', null, null)`,
  `insert into round_group values ('longer', 'open', ${minute(62)}), ('shorter', 'open', ${minute(58)}),
   ('same', 'open', null), ('over', 'ended', ${minute(70)})`,
];
const result = "select id, more_ms from round_group where more_ms is not null";

async function onServer(): Promise<unknown> {
  const database = await testDatabase();
  const client = new pg.Client({ connectionString: database.options.databaseUrl });
  await client.connect();
  await client.query("create schema earlier");
  await client.query("set search_path to earlier");
  for (const statement of [...before, ...statements()]) await client.query(statement);
  const { rows } = await client.query(result);
  await client.end();
  await database.remove();
  return rows;
}

function inFile(): unknown {
  const connection = new Database(":memory:");
  for (const statement of [...before, ...statements()]) connection.exec(statement);
  const rows = connection.prepare(result).all();
  connection.close();
  return rows;
}

test("a group that was given a later end keeps it as time on top; an end before everyone's takes nothing away", async () => {
  expect(isPg ? await onServer() : inFile()).toEqual([{ id: "longer", more_ms: 120_000 }]);
});
