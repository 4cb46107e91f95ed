import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { NodePgDatabase, NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgTransaction } from "drizzle-orm/pg-core";
import { isPg } from "./columns";
import { openPostgresStore } from "./postgres/open-store";
import * as boxSchema from "./schema/box";
import * as documentsSchema from "./schema/documents";
import * as mainSchema from "./schema/main";
import type { Durability } from "./sqlite/connection";
import { openSqliteStore } from "./sqlite/open-store";
import type { OpenStore, StoreName, StoreOptions } from "./store";

/** A store's handle, or a transaction's: what a repository asks for. */
type Handle<Schema extends Record<string, unknown>> = PgDatabase<
  NodePgQueryResultHKT,
  Schema,
  ExtractTablesWithRelations<Schema>
>;
/** What the work inside a transaction is given. */
type Transaction<Schema extends Record<string, unknown>> = PgTransaction<
  NodePgQueryResultHKT,
  Schema,
  ExtractTablesWithRelations<Schema>
>;

export type MainDb = NodePgDatabase<typeof mainSchema>;
export type MainTx = Transaction<typeof mainSchema>;
export type Main = Handle<typeof mainSchema>;

export type DocumentsDb = NodePgDatabase<typeof documentsSchema>;
export type Documents = Handle<typeof documentsSchema>;

export type BoxDb = NodePgDatabase<typeof boxSchema>;

export interface Stores {
  readonly main: MainDb;
  readonly documents: DocumentsDb;
  readonly box: BoxDb;
  /** Throws when one of the stores cannot be read. */
  ping(): Promise<void>;
  /** Lets transactions under way end, then closes. */
  close(): Promise<void>;
}

/** Typing may lose its last second at a power cut; what people decided may not. */
const DURABILITY: Record<StoreName, Durability> = { main: "full", documents: "normal", box: "full" };
/** Per process: PostgreSQL serves a hundred connections unless told otherwise. */
const CONNECTIONS: Record<StoreName, number> = { main: 10, documents: 5, box: 2 };

export const storeFile = (dataDir: string, name: StoreName): string => join(dataDir, `${name}.sqlite`);

/** Throws when the address asks for another engine than the one the tables were made for. */
export function assertSameEngine({ databaseUrl }: StoreOptions): void {
  if (isPg !== (databaseUrl !== undefined)) {
    throw new Error("DATABASE_URL must be set (or not) in the environment before the tables are loaded.");
  }
}

/** Opens the three stores. The folder is made when it is missing; tables are made by `migrateStores`, before. */
export async function openStores(options: StoreOptions & { readonly throwaway?: boolean }): Promise<Stores> {
  assertSameEngine(options);
  const { databaseUrl, dataDir, throwaway = false } = options;
  if (databaseUrl === undefined) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const open = <Schema extends Record<string, unknown>>(name: StoreName, schema: Schema): OpenStore<Schema> =>
    databaseUrl === undefined
      ? openSqliteStore({
          file: storeFile(dataDir, name),
          durability: throwaway ? "none" : DURABILITY[name],
          schema,
        })
      : openPostgresStore({ databaseUrl, schema, connections: CONNECTIONS[name] });
  const all: { ping(): Promise<void>; close(): Promise<void> }[] = [];
  const opened = <Schema extends Record<string, unknown>>(name: StoreName, schema: Schema): OpenStore<Schema> => {
    const store = open(name, schema);
    all.push(store);
    return store;
  };
  const closeAll = async (): Promise<void> => void (await Promise.all(all.map((store) => store.close())));
  try {
    const { db: main } = opened("main", mainSchema);
    const { db: documents } = opened("documents", documentsSchema);
    const { db: box } = opened("box", boxSchema);
    const ping = async (): Promise<void> => void (await Promise.all(all.map((store) => store.ping())));
    return { main, documents, box, ping, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
