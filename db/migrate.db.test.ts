import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isPg } from "./columns";
import { migrateStores } from "./migrate";
import { migratePostgres } from "./postgres/migrate";
import { migrateSqliteFile } from "./sqlite/migrate";
import { testDatabase, testStores } from "./testing/stores";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hemicycle-migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of migrations as drizzle-kit writes it. */
function migrations(...texts: string[]): string {
  mkdirSync(join(folder, "meta"), { recursive: true });
  const entries = texts.map((text, at) => {
    writeFileSync(join(folder, `${at}.sql`), text);
    return { idx: at, version: "6", when: at + 1, tag: `${at}`, breakpoints: true };
  });
  writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ version: "7", dialect: "", entries }));
  return folder;
}

const FAMILY = `create table parent (id text primary key not null);
--> statement-breakpoint
create table child (id text primary key not null, parent_id text not null references parent (id) on delete cascade);
--> statement-breakpoint
insert into parent values ('p');
--> statement-breakpoint
insert into child values ('c', 'p');`;

// What drizzle-kit writes to change a column of `parent`.
const REBUILD = `PRAGMA foreign_keys=OFF;
--> statement-breakpoint
create table __new_parent (id text primary key not null, name text default '' not null);
--> statement-breakpoint
insert into __new_parent (id) select id from parent;
--> statement-breakpoint
drop table parent;
--> statement-breakpoint
alter table __new_parent rename to parent;
--> statement-breakpoint
PRAGMA foreign_keys=ON;`;

describe.skipIf(isPg)("a file", () => {
  const file = () => join(folder, "main.sqlite");
  const countOf = (name: string) => {
    const connection = new Database(file(), { readonly: true });
    const rows = connection.prepare(`select count(*) from ${name}`).pluck().get();
    connection.close();
    return rows;
  };

  test("a table that is rebuilt keeps the rows that name its rows", () => {
    migrateSqliteFile(file(), migrations(FAMILY));
    migrateSqliteFile(file(), migrations(FAMILY, REBUILD));
    expect([countOf("parent"), countOf("child")]).toEqual([1, 1]);
  });

  test("a migration that would leave orphans is undone", () => {
    migrateSqliteFile(file(), migrations(FAMILY));
    expect(() => migrateSqliteFile(file(), migrations(FAMILY, "delete from parent"))).toThrow("rows of child");
    expect(countOf("parent")).toBe(1);
  });

  test("a migration that fails half-way is undone whole", () => {
    const failing = "create table half (id text);\n--> statement-breakpoint\ncreate table parent (id text);";
    migrateSqliteFile(file(), migrations(FAMILY));
    expect(() => migrateSqliteFile(file(), migrations(FAMILY, failing))).toThrow("already exists");
    expect(() => countOf("half")).toThrow("no such table");
  });
});

describe.skipIf(!isPg)("a server", () => {
  test("several instances that migrate at the same time apply each migration once", async () => {
    const database = await testDatabase();
    const databaseUrl = database.options.databaseUrl ?? "";
    const stores = [
      {
        name: "box" as const,
        folder: migrations(
          FAMILY.replaceAll("table ", "table box.")
            .replace("parent (id) on", "box.parent (id) on")
            .replaceAll("into ", "into box."),
        ),
      },
    ];
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("delete from box.__drizzle_migrations");
    await Promise.all([1, 2, 3].map(() => migratePostgres(databaseUrl, stores)));
    expect((await client.query("select id from box.child")).rows).toEqual([{ id: "c" }]);
    await client.end();
    await database.remove();
  });
});

test("migrating again changes nothing", async () => {
  const database = await testDatabase();
  await migrateStores(database.options);
  await database.remove();
});

test("each test has stores of its own, that can be read", async () => {
  const [one, other] = await Promise.all([testStores(), testStores()]);
  await Promise.all([one.ping(), other.ping()]);
  await one.dispose();
  await other.ping();
  await other.dispose();
  await expect(other.ping()).rejects.toThrow();
});
