import { type ExtractTablesWithRelations, is } from "drizzle-orm";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import { type PgDatabase, PgTransaction } from "drizzle-orm/pg-core";
import { isCommitUnknown, isConflict, isConnectionLost, mayBeConflict } from "./violations";

/** Returned (not thrown) from a transaction's work: everything written is undone, and the value is what `inTransaction` answers. */
export class Rollback<out Value> {
  /** Keeps its type apart from that of a `Result`, which holds a value too. */
  protected readonly isUndone = true;

  constructor(readonly value: Value) {}
}

/** Enough for forty writers of one row; a conflict that lasts longer is a fault of ours. */
const MOST_TRIES = 40;
/** A key that is still taken after these tries was taken before: a violation, and a fault of ours. */
const MOST_TRIES_FOR_A_KEY = 6;
/** Somewhat longer than a database takes to restart, shorter than a person waits for a page. */
const MOST_TRIES_FOR_A_CONNECTION = 8;
const CONNECTION_PATIENCE_MS = 6_000;
const CONFLICT_PAUSE = { firstMs: 4, longestMs: 120 };
const CONNECTION_PAUSE = { firstMs: 100, longestMs: 1_000 };

/** A random pause, longer after each try, so that those in conflict do not meet again. */
function pause(tries: number, { firstMs, longestMs }: typeof CONFLICT_PAUSE): Promise<void> {
  const longest = Math.min(firstMs * 2 ** tries, longestMs);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}

interface Tried {
  readonly tries: number;
  readonly sinceMs: number;
  readonly repeatable: boolean;
}

/** How long to pause before the transaction is tried again; undefined when it must not be, or is not worth it. */
function pauseBefore(error: unknown, { tries, sinceMs, repeatable }: Tried): typeof CONFLICT_PAUSE | undefined {
  if (isConflict(error)) return tries < MOST_TRIES ? CONFLICT_PAUSE : undefined;
  if (mayBeConflict(error)) return tries < MOST_TRIES_FOR_A_KEY ? CONFLICT_PAUSE : undefined;
  const isLost = isConnectionLost(error) || (repeatable && isCommitUnknown(error));
  if (!isLost || tries >= MOST_TRIES_FOR_A_CONNECTION) return undefined;
  return performance.now() - sinceMs < CONNECTION_PATIENCE_MS ? CONNECTION_PAUSE : undefined;
}

export interface TransactionOptions {
  /** The work sees that it was done already, and does it once: then it runs again also when nobody knows whether its commit came through. */
  readonly repeatable?: boolean;
}

type Db<Schema extends Record<string, unknown>> = PgDatabase<
  NodePgQueryResultHKT,
  Schema,
  ExtractTablesWithRelations<Schema>
>;
type Tx<Schema extends Record<string, unknown>> = PgTransaction<
  NodePgQueryResultHKT,
  Schema,
  ExtractTablesWithRelations<Schema>
>;

/**
 * Runs `work` as if it were alone: all it writes is kept together, or nothing is. It is undone when it throws, or returns a
 * `Rollback`. On PostgreSQL it may run several times (a conflict, a connection that was lost), so it awaits its own queries and
 * nothing else (no mail, no broadcast). Given a transaction's handle, it is a savepoint inside that transaction.
 */
export async function inTransaction<Schema extends Record<string, unknown>, Value, Undone = never>(
  db: Db<Schema>,
  work: (tx: Tx<Schema>) => Promise<Value | Rollback<Undone>>,
  { repeatable = false }: TransactionOptions = {},
): Promise<Value | Undone> {
  const attempt = async (): Promise<Value | Undone> => {
    let undone: Rollback<Undone> | undefined;
    try {
      return await db.transaction(async (tx) => {
        const outcome = await work(tx);
        if (!(outcome instanceof Rollback)) return outcome;
        undone = outcome;
        throw outcome;
      });
    } catch (thrown) {
      if (undone !== undefined && thrown === undone) return undone.value;
      throw thrown;
    }
  };
  // A conflict or a lost connection undoes the whole transaction, not a savepoint: only the outermost may try again.
  if (is(db, PgTransaction)) return attempt();
  const sinceMs = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const length = pauseBefore(error, { tries, sinceMs, repeatable });
      if (!length) throw error;
      await pause(tries, length);
    }
  }
}
