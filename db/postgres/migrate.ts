import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { StoreName } from "../store";
import { connectAlone } from "./connections";

/** Any number will do, as long as every instance takes the same. */
const MIGRATION_LOCK = 4_851_200;

/** Where each store's tables are, and its list of migrations. */
const SCHEMA: Record<StoreName, string> = { main: "public", documents: "documents", box: "box" };

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
