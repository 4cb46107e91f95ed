import { createTableRelationsHelpers, extractTablesRelationalConfig } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { drizzle, SQLiteProxyTransaction, SQLiteRemoteSession } from "drizzle-orm/sqlite-proxy";
import type { OpenStore } from "../store";
import { TransactionGuard, TransactionSpan } from "../transaction-guard";
import { type Durability, openReader, openWriter, PreparedStatements, whenFree } from "./connection";
import { type Answer, execute, type Method } from "./execute";
import { Mutex } from "./mutex";

/** One file with its two connections; everything that reaches it goes through here. */
class SqliteFile {
  readonly #writing: PreparedStatements;
  readonly #reading: PreparedStatements;
  readonly #turn = new Mutex();
  readonly #guard = new TransactionGuard();

  constructor(file: string, durability: Durability) {
    this.#writing = new PreparedStatements(() => openWriter(file, durability));
    try {
      this.#reading = new PreparedStatements(() => openReader(file));
    } catch (error) {
      this.#writing.connection.close();
      throw error;
    }
  }

  /** Outside transactions: reads go to the reader at once, writes wait for their turn. */
  query = async (text: string, params: unknown[], method: Method): Promise<Answer> => {
    this.#guard.refuseInside();
    if (this.#writing.get(text).readonly) {
      this.#reading.freeWhenFull();
      return execute(this.#reading.get(text), params, method);
    }
    return this.#turn.run(() => {
      this.#writing.freeWhenFull();
      return whenFree(() => execute(this.#writing.get(text), params, method));
    });
  };

  /** Inside a transaction: reads too go to the writer, which alone sees the transaction's rows. */
  queryWithin =
    (span: TransactionSpan) =>
    async (text: string, params: unknown[], method: Method): Promise<Answer> => {
      span.assertOpen();
      return execute(this.#writing.get(text), params, method);
    };

  async transaction<T>(work: (span: TransactionSpan) => Promise<T>): Promise<T> {
    this.#guard.refuseInside();
    return this.#turn.run(async () => {
      this.#writing.freeWhenFull();
      const writer = this.#writing.connection;
      await whenFree(() => writer.exec("BEGIN IMMEDIATE"));
      const span = new TransactionSpan();
      try {
        const result = await this.#guard.within(span, () => work(span));
        span.end();
        writer.exec("COMMIT");
        return result;
      } catch (error) {
        span.end();
        if (writer.inTransaction) writer.exec("ROLLBACK");
        throw error;
      }
    });
  }

  ping(): void {
    this.#reading.get("select count(*) from sqlite_schema").get();
  }

  /** Waits for the transaction under way, then closes; the log is folded into the file. */
  close(): Promise<void> {
    return this.#turn.run(() => {
      this.#reading.connection.close();
      this.#writing.connection.close();
    });
  }
}

interface Options<Schema> {
  readonly file: string;
  readonly durability: Durability;
  readonly schema: Schema;
}

/** Opens a store in a file, under PostgreSQL's static types (see db/columns.ts). */
export function openSqliteStore<Schema extends Record<string, unknown>>(options: Options<Schema>): OpenStore<Schema> {
  const file = new SqliteFile(options.file, options.durability);
  const dialect = new SQLiteAsyncDialect();
  const relational = extractTablesRelationalConfig(options.schema, createTableRelationsHelpers);
  const schema = { fullSchema: options.schema, schema: relational.tables, tableNamesMap: relational.tableNamesMap };
  const db = drizzle(file.query, { schema: options.schema });
  const transaction = <T>(work: (tx: unknown) => Promise<T>): Promise<T> =>
    file.transaction((span) => {
      const session = new SQLiteRemoteSession(file.queryWithin(span), dialect, schema, undefined, {});
      return work(new SQLiteProxyTransaction("async", dialect, session, schema));
    });
  Object.assign(db, { transaction });
  return {
    db: db as unknown as NodePgDatabase<Schema>,
    ping: async () => file.ping(),
    close: () => file.close(),
  };
}
