import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { NewerStore, StoreDamaged } from "../violations";
import { type Connection, openWriter } from "./connection";
import { HeldDatabase } from "./held-database";

/** Drizzle's own table, so that its tools can read it. */
const JOURNAL = "__drizzle_migrations";

function lastApplied(connection: Connection): number {
  connection.exec(
    `create table if not exists ${JOURNAL} (id integer primary key, hash text not null, created_at numeric)`,
  );
  const last = connection.prepare(`select max(created_at) from ${JOURNAL}`).pluck().get();
  return last === null ? -1 : Number(last);
}

function apply(connection: Connection, migration: MigrationMeta): void {
  for (const statement of migration.sql) connection.exec(statement);
  connection
    .prepare(`insert into ${JOURNAL} (hash, created_at) values (?, ?)`)
    .run(migration.hash, migration.folderMillis);
}

/** One transaction for all that is missing; a second process that starts at the same time waits, and finds nothing to do. */
function applyMissing(connection: Connection, folder: string): void {
  connection.exec("BEGIN IMMEDIATE");
  try {
    const last = lastApplied(connection);
    const known = readMigrationFiles({ migrationsFolder: folder });
    if (known.every(({ folderMillis }) => folderMillis < last)) throw new NewerStore();
    const missing = known.filter(({ folderMillis }) => folderMillis > last);
    for (const migration of missing) apply(connection, migration);
    // Its first column is the table.
    const orphans = connection.prepare("pragma foreign_key_check").pluck().all();
    const tables = [...new Set(orphans)].join(", ");
    if (orphans.length > 0) throw new Error(`The migration would leave rows of ${tables} without the row they name.`);
    connection.exec("COMMIT");
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw error;
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof HeldDatabase.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code);

function openSound(file: string): Connection {
  try {
    return openWriter(file, "full");
  } catch (error) {
    throw isDamage(error) ? new StoreDamaged(file, { cause: error }) : error;
  }
}

/** Throws when the file is damaged: what it still holds would be served, and the rest be missing without a word. */
function assertSound(connection: Connection, file: string): void {
  let found: unknown;
  try {
    found = connection.pragma("quick_check(1)", { simple: true });
  } catch (error) {
    throw isDamage(error) ? new StoreDamaged(file, { cause: error }) : error;
  }
  if (found !== "ok") throw new StoreDamaged(file);
}

/**
 * Migrates one file. Foreign keys are off meanwhile, and checked before the commit: to change a column SQLite rebuilds its
 * table, and dropping the old one would delete every child row by cascade. The pragma does nothing inside a transaction,
 * so the one that drizzle-kit writes into its migrations comes too late (drizzle-orm #5782).
 */
export function migrateSqliteFile(file: string, folder: string): void {
  const connection = openSound(file);
  try {
    connection.pragma("busy_timeout = 10000");
    connection.pragma("foreign_keys = OFF");
    assertSound(connection, file);
    applyMissing(connection, folder);
  } finally {
    connection.close();
  }
}
