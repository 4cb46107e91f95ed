import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";
import type { StoreName } from "../store";
import { NewerStore } from "../violations";
import { connectAlone } from "./connections";

/** Any number will do, as long as every instance takes the same. */
const MIGRATION_LOCK = 4_851_200;

/** Where each store's tables are, and its list of migrations. */
export const SCHEMA: Record<StoreName, string> = { main: "public", documents: "documents", box: "box" };

/** Throws when the last migration that was applied is later than all that this version knows. */
async function assertNotNewer(client: pg.Client, schema: string, folder: string): Promise<void> {
  const table = `${schema}.__drizzle_migrations`;
  const { rows: found } = await client.query<{ there: boolean }>("select to_regclass($1) is not null as there", [
    table,
  ]);
  if (!found[0]?.there) return;
  const { rows } = await client.query<{ last: string | null }>(`select max(created_at)::text as last from ${table}`);
  const last = Number(rows[0]?.last ?? -1);
  if (readMigrationFiles({ migrationsFolder: folder }).every(({ folderMillis }) => folderMillis < last)) {
    throw new NewerStore();
  }
}

/** Migrates the stores; of several instances that start together one does it, and the others wait. */
export async function migratePostgres(
  databaseUrl: string,
  stores: readonly { readonly name: StoreName; readonly folder: string }[],
): Promise<void> {
  const client = await connectAlone(databaseUrl);
  try {
    await client.query("set client_min_messages = warning");
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    for (const { name, folder } of stores) {
      await assertNotNewer(client, SCHEMA[name], folder);
      await migrate(drizzle(client), {
        migrationsFolder: folder,
        migrationsSchema: SCHEMA[name],
        migrationsTable: "__drizzle_migrations",
      });
    }
  } finally {
    // The lock is let go with the connection.
    await client.end();
  }
}
