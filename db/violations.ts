/** Another writer held the store for too long. */
export class StoreBusy extends Error {
  readonly code = "SQLITE_BUSY";
}

/** The connection to the engine was lost, or none could be made. What was asked on it may be asked again, unless it was a commit. */
export class ConnectionLost extends Error {
  readonly code = "CONNECTION_LOST";
}

/** The connection was lost while a transaction was being committed: it is kept whole or not at all, and nobody can say which. */
export class CommitUnknown extends Error {
  readonly code = "COMMIT_UNKNOWN";
}

/** The tables are those of a newer version of this program. */
export class NewerStore extends Error {}

/** The file of a store is damaged, or is no database. */
export class StoreDamaged extends Error {
  constructor(
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(`${file} is damaged.`, options);
  }
}

/** The engine's own code, below Drizzle's wrapping: five characters from PostgreSQL, SQLITE_… from SQLite, E… from Node. */
export function engineCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return "";
}

const UNIQUE = new Set([
  "23505",
  "SQLITE_CONSTRAINT_UNIQUE",
  "SQLITE_CONSTRAINT_PRIMARYKEY",
  "SQLITE_CONSTRAINT_ROWID",
]);
const FOREIGN_KEY = new Set(["23503", "SQLITE_CONSTRAINT_FOREIGNKEY"]);
const CHECK = new Set(["23514", "SQLITE_CONSTRAINT_CHECK"]);
/** Two transactions in each other's way. */
const CONFLICT = new Set(["40001", "40P01"]);
/** No lock, no time, or no connection left. */
const EXHAUSTED = new Set(["55P03", "57014", "53200", "53300"]);
/** The server ends, restarts or cuts a connection that stood still; or the network does (PostgreSQL's class 08, and Node's own codes). */
const LOST =
  /^(08...|57P0[1235]|25P0[34]|CONNECTION_LOST|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_DESTROYED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN)$/;
const DISK_FULL = new Set(["53100", "SQLITE_FULL", "ENOSPC"]);

export const isUniqueViolation = (error: unknown): boolean => UNIQUE.has(engineCode(error));

/** A row names one that is not there, or a row still named by others was to be deleted. */
export const isForeignKeyViolation = (error: unknown): boolean => FOREIGN_KEY.has(engineCode(error));

export const isCheckViolation = (error: unknown): boolean => CHECK.has(engineCode(error));

/** The transaction was undone because of another one: doing it again may succeed. */
export const isConflict = (error: unknown): boolean => CONFLICT.has(engineCode(error));

/**
 * PostgreSQL reports a key taken by a concurrent serializable transaction as a violation, though our transaction had looked and not seen it
 * (its manual, "Serialization Failure Handling"): done again, it sees the other's row. SQLite has one writer, so there it is real.
 */
export const mayBeConflict = (error: unknown): boolean => engineCode(error) === "23505";

/** The connection was lost, and nothing that was asked on it is kept. */
export const isConnectionLost = (error: unknown): boolean => LOST.test(engineCode(error));

export const isCommitUnknown = (error: unknown): boolean => engineCode(error) === "COMMIT_UNKNOWN";

/** The store could not serve in time: the same request may succeed a moment later. */
export function isBusy(error: unknown): boolean {
  const code = engineCode(error);
  const isHeld = /^SQLITE_(BUSY|LOCKED)/.test(code) || CONFLICT.has(code) || EXHAUSTED.has(code);
  return isHeld || LOST.test(code) || isCommitUnknown(error);
}

export const isDiskFull = (error: unknown): boolean => DISK_FULL.has(engineCode(error));

/** What a log may say of a database error: its code alone, since Drizzle's message holds the parameters (addresses, tokens). */
export function describeDatabaseError(error: unknown): { code: string; statement?: string } {
  const statement =
    error instanceof Error && "query" in error && typeof error.query === "string" ? error.query : undefined;
  return { code: engineCode(error), ...(statement !== undefined && { statement }) };
}
