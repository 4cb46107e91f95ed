import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStores, type Stores } from "../connect";
import { migrationsFolder } from "../migrate";
import { STORE_NAMES, type StoreOptions } from "../store";
import { postgresCopy, postgresReused, removeEmptied } from "./postgres-template";
import { sqliteCopy } from "./sqlite-template";
import type { TestDatabase } from "./test-database";

afterAll(removeEmptied);

export interface TestStores extends Stores {
  /** Where they are: for a test that looks, or breaks in, past the application. */
  readonly options: StoreOptions;
  /** Closes the stores and removes them. */
  dispose(): Promise<void>;
}

/** One template serves as long as the migrations are the same. */
function migrationsHash(): string {
  const hash = createHash("sha256");
  for (const name of STORE_NAMES) {
    const folder = migrationsFolder(name);
    const journal = readFileSync(join(folder, "meta", "_journal.json"), "utf8");
    const { entries } = JSON.parse(journal) as { entries: { tag: string }[] };
    hash.update(journal);
    for (const { tag } of entries) hash.update(readFileSync(join(folder, `${tag}.sql`)));
  }
  return hash.digest("hex").slice(0, 16);
}

const newName = (): string => `${migrationsHash()}_${randomBytes(8).toString("hex")}`;

/** A migrated and empty database, copied from a template: on PostgreSQL when DATABASE_URL names a server, else in files. */
export function testDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env.DATABASE_URL;
  return serverUrl ? postgresCopy(serverUrl, newName()) : sqliteCopy(newName());
}

/** The same for a test that leaves the tables as they are, whatever it writes into them. */
function rowsDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env.DATABASE_URL;
  return serverUrl ? postgresReused(serverUrl, newName()) : sqliteCopy(newName());
}

/** Three fresh stores in a database of their own. */
export async function testStores(): Promise<TestStores> {
  const database = await rowsDatabase();
  const stores = await openStores({ ...database.options, throwaway: true });
  return {
    ...stores,
    options: database.options,
    dispose: async () => {
      await stores.close();
      await database.remove();
    },
  };
}
