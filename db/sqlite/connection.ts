import type Database from "better-sqlite3";
import { fold } from "../order-text";
import { HeldDatabase } from "./held-database";

export type Connection = Database.Database;
type Statement = Database.Statement;
export type Durability = "full" | "normal" | "none";

/** better-sqlite3 waits in the way of everything else: briefly here, and patiently (without blocking) in `whenFree`. */
const BLOCKING_WAIT_MS = 50;
const PATIENCE_MS = 5_000;
const PAUSE_MS = 20;

const SYNCHRONOUS = { full: "FULL", normal: "NORMAL", none: "OFF" } as const;

/** PostgreSQL can fold text by itself; here it is a function of ours. */
function teachFold(connection: Connection): void {
  connection.function("folded", { deterministic: true }, (text) => (typeof text === "string" ? fold(text) : null));
}

/**
 * Opens the one connection that writes. `full` survives a power cut; `normal` survives a killed process but may lose the
 * last commits at a power cut; `none` is for tests.
 */
export function openWriter(file: string, durability: Durability): Connection {
  const writer = new HeldDatabase(file);
  try {
    prepareWriter(writer, durability);
  } catch (error) {
    writer.close();
    throw error;
  }
  return writer;
}

function prepareWriter(writer: Connection, durability: Durability): void {
  writer.pragma(`busy_timeout = ${PATIENCE_MS}`); // nobody is served yet: opening may block
  writer.pragma("journal_mode = WAL");
  writer.pragma(`synchronous = ${SYNCHRONOUS[durability]}`);
  writer.pragma("foreign_keys = ON");
  writer.pragma(`busy_timeout = ${BLOCKING_WAIT_MS}`);
  teachFold(writer);
}

/** Opens the connection for reads, which never wait for the writer (WAL). */
export function openReader(file: string): Connection {
  const reader = new HeldDatabase(file, { readonly: true });
  try {
    reader.pragma(`busy_timeout = ${BLOCKING_WAIT_MS}`);
    teachFold(reader);
  } catch (error) {
    reader.close();
    throw error;
  }
  return reader;
}

/** Does it, and again while another process holds the file. */
export async function whenFree<T>(work: () => T): Promise<T> {
  for (const giveUpAt = performance.now() + PATIENCE_MS; ; ) {
    try {
      return work();
    } catch (error) {
      const busy = error instanceof HeldDatabase.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (!busy || performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/**
 * Statements stay prepared by their text; none is given up alone (see `held-database.ts`). A statement takes some ninety bytes for each sign
 * of its text: past these limits the connection is opened anew, which frees them all.
 */
const MOST_STATEMENTS = 1_000;
const MOST_SIGNS = 400_000;

/** Prepares statements on one connection, and keeps them. */
export class PreparedStatements {
  readonly #kept = new Map<string, Statement>();
  #signs = 0;
  #connection: Connection;

  constructor(private readonly open: () => Connection) {
    this.#connection = open();
  }

  get connection(): Connection {
    return this.#connection;
  }

  get(text: string): Statement {
    const kept = this.#kept.get(text);
    if (kept) return kept;
    const statement = this.#connection.prepare(text);
    if (statement.reader) statement.raw(true);
    this.#kept.set(text, statement);
    this.#signs += text.length;
    return statement;
  }

  /** Opens the connection anew when it keeps too much. To be called while nothing is under way on it. */
  freeWhenFull(): void {
    if (this.#kept.size < MOST_STATEMENTS && this.#signs < MOST_SIGNS) return;
    const next = this.open();
    this.#connection.close();
    this.#connection = next;
    this.#kept.clear();
    this.#signs = 0;
  }
}
