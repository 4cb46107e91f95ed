import type { NodePgDatabase } from "drizzle-orm/node-postgres";

/** One open store, whichever engine keeps it. */
export interface OpenStore<Schema extends Record<string, unknown>> {
  readonly db: NodePgDatabase<Schema>;
  /** Throws when the store cannot be read. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export const STORE_NAMES = ["main", "documents", "box"] as const;
export type StoreName = (typeof STORE_NAMES)[number];

/** Where the stores are: PostgreSQL when an address is given, else SQLite files in the folder. */
export interface StoreOptions {
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
}
