import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { isPg } from "./columns";
import { assertSameEngine, storeFile } from "./connect";
import { migratePostgres } from "./postgres/migrate";
import { migrateSqliteFile } from "./sqlite/migrate";
import { STORE_NAMES, type StoreName, type StoreOptions } from "./store";

/** npm scripts run at the project's root, and the built server reads the migrations from there too. */
export const migrationsFolder = (name: StoreName): string =>
  resolve(process.cwd(), "db", "migrations", isPg ? "pg" : "sqlite", name);

/** The newest migration of a store that this version knows, by the instant that names it. */
export const newestMigration = (name: StoreName): number =>
  Math.max(...readMigrationFiles({ migrationsFolder: migrationsFolder(name) }).map(({ folderMillis }) => folderMillis));

/** Brings the three stores to the schema of this version; nothing happens when they are there. Run it before `openStores`. */
export async function migrateStores(options: StoreOptions): Promise<void> {
  assertSameEngine(options);
  const { databaseUrl, dataDir } = options;
  if (databaseUrl !== undefined) {
    await migratePostgres(
      databaseUrl,
      STORE_NAMES.map((name) => ({ name, folder: migrationsFolder(name) })),
    );
    return;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (const name of STORE_NAMES) migrateSqliteFile(storeFile(dataDir, name), migrationsFolder(name));
}
