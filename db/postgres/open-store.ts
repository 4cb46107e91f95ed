import { createTableRelationsHelpers, extractTablesRelationalConfig } from "drizzle-orm";
import { drizzle, type NodePgDatabase, NodePgSession, NodePgTransaction } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type pg from "pg";
import type { OpenStore } from "../store";
import { TransactionGuard, TransactionSpan } from "../transaction-guard";
import { askClient, askPool, inConnection, openPool } from "./connections";

interface Options<Schema> {
  readonly databaseUrl: string;
  readonly schema: Schema;
  readonly connections: number;
}

type Query = (...args: unknown[]) => Promise<unknown>;

/** Drizzle asks a client for nothing but `query`; this one asks first whether it may. */
function guarded(allow: () => void, query: Query): pg.Client {
  const asking: Query = async (...args) => {
    allow();
    return query(...args);
  };
  return { query: asking } as unknown as pg.Client;
}

/** Opens a store on PostgreSQL. Its transactions are serializable: `inTransaction` repeats those that conflict. */
export function openPostgresStore<Schema extends Record<string, unknown>>(options: Options<Schema>): OpenStore<Schema> {
  const pool = openPool(options.databaseUrl, options.connections);
  const guard = new TransactionGuard();
  const dialect = new PgDialect();
  const relational = extractTablesRelationalConfig(options.schema, createTableRelationsHelpers);
  const schema = { fullSchema: options.schema, schema: relational.tables, tableNamesMap: relational.tableNamesMap };
  const db: NodePgDatabase<Schema> = drizzle({
    client: guarded(
      () => guard.refuseInside(),
      (...args) => askPool(pool, args),
    ),
    schema: options.schema,
  });
  const transaction = async <T>(work: (tx: unknown) => Promise<T>): Promise<T> => {
    guard.refuseInside();
    return inConnection(pool, async (client) => {
      const span = new TransactionSpan();
      const session = new NodePgSession(
        guarded(
          () => span.assertOpen(),
          (...args) => askClient(client, args),
        ),
        dialect,
        schema,
        {},
      );
      try {
        return await guard.within(span, () => work(new NodePgTransaction(dialect, session, schema)));
      } finally {
        span.end();
      }
    });
  };
  Object.assign(db, { transaction });
  return {
    db,
    ping: async () => {
      await askPool(pool, ["select 1"]);
    },
    close: () => pool.end(),
  };
}
