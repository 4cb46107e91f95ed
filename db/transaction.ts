import { type ExtractTablesWithRelations, is } from "drizzle-orm";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import { type PgDatabase, PgTransaction } from "drizzle-orm/pg-core";
import { isConflict, mayBeConflict } from "./violations";

/** Returned (not thrown) from a transaction's work: everything written is undone, and the value is what `inTransaction` answers. */
export class Rollback<out Value> {
  constructor(readonly value: Value) {}
}

/** Enough for forty writers of one row; a conflict that lasts longer is a fault of ours. */
const MOST_TRIES = 40;
/** A key that is still taken after these tries was taken before: a violation, and a fault of ours. */
const MOST_TRIES_FOR_A_KEY = 6;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 120;

/** A random pause, longer after each try, so that those in conflict do not meet again. */
function pause(tries: number): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}

function mostTries(error: unknown): number {
  if (isConflict(error)) return MOST_TRIES;
  return mayBeConflict(error) ? MOST_TRIES_FOR_A_KEY : 1;
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
 * `Rollback`. On PostgreSQL it may run several times, so it awaits its own queries and nothing else (no mail, no broadcast).
 * Given a transaction's handle, it is a savepoint inside that transaction.
 */
export async function inTransaction<Schema extends Record<string, unknown>, Value, Undone = never>(
  db: Db<Schema>,
  work: (tx: Tx<Schema>) => Promise<Value | Rollback<Undone>>,
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
  // A conflict undoes the whole transaction, not a savepoint: only the outermost may try again.
  if (is(db, PgTransaction)) return attempt();
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= mostTries(error)) throw error;
      await pause(tries);
    }
  }
}
