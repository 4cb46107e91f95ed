import { createTableRelationsHelpers, extractTablesRelationalConfig } from "drizzle-orm";
import { drizzle, type NodePgDatabase, NodePgSession, NodePgTransaction } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import type { OpenStore } from "../store";
import { TransactionGuard, TransactionSpan } from "../transaction-guard";

interface Options<Schema> {
  readonly databaseUrl: string;
  readonly schema: Schema;
  readonly connections: number;
}

type Query = (...args: unknown[]) => Promise<unknown>;

function openPool(databaseUrl: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    application_name: "hemicycle",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // An idle connection that breaks is dropped from the pool; the next query opens another, or fails by itself.
  pool.on("error", () => undefined);
  return pool;
}

/** Drizzle asks a client for nothing but `query`; this one asks first whether it may. */
function guarded(allow: () => void, client: pg.Pool | pg.PoolClient): pg.Client {
  const query = client.query.bind(client) as Query;
  const asking: Query = async (...args) => {
    allow();
    return query(...args);
  };
  return { query: asking } as unknown as pg.Client;
}

/** Runs `work` between begin and commit on a connection of its own; whatever it throws undoes all. */
async function inConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("begin isolation level serializable");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    broken = await client.query("rollback").then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Opens a store on PostgreSQL. Its transactions are serializable: `inTransaction` repeats those that conflict. */
export function openPostgresStore<Schema extends Record<string, unknown>>(options: Options<Schema>): OpenStore<Schema> {
  const pool = openPool(options.databaseUrl, options.connections);
  const guard = new TransactionGuard();
  const dialect = new PgDialect();
  const relational = extractTablesRelationalConfig(options.schema, createTableRelationsHelpers);
  const schema = { fullSchema: options.schema, schema: relational.tables, tableNamesMap: relational.tableNamesMap };
  const db: NodePgDatabase<Schema> = drizzle({
    client: guarded(() => guard.refuseInside(), pool),
    schema: options.schema,
  });
  const transaction = async <T>(work: (tx: unknown) => Promise<T>): Promise<T> => {
    guard.refuseInside();
    return inConnection(pool, async (client) => {
      const span = new TransactionSpan();
      const session = new NodePgSession(
        guarded(() => span.assertOpen(), client),
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
      await pool.query("select 1");
    },
    close: () => pool.end(),
  };
}
