import pg from "pg";
import { CommitUnknown, ConnectionLost, isConnectionLost } from "../violations";

/** Nobody waits longer for a connection, or for an answer on one that went silent. */
const CONNECT_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 20_000;
/** A read is asked again on other connections: of those that a restart cut, several may still look alive. */
const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 50;

/** What node-postgres says, without any code, of a connection that is gone. */
const GONE =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|Query read timeout|timeout e)/;

/** An error of node-postgres, by its kind where its own words are all there is to know it by. */
function kindOf(error: unknown): unknown {
  const isNameless = error instanceof Error && !("code" in error) && GONE.test(error.message);
  return isNameless ? new ConnectionLost(error.message, { cause: error }) : error;
}

/** A client that breaks says so twice: by the query under way, or the next one, which fails; and by an event that nobody need hear. */
function heedless(client: pg.ClientBase): void {
  client.on("error", () => undefined);
}

/**
 * Opens a pool. A connection that is lost (while idle, while a query runs, between two queries of a transaction) never does more than
 * fail what is asked on it: an `error` event that no listener takes would end the process.
 */
export function openPool(databaseUrl: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    application_name: "hemicycle",
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    query_timeout: ANSWER_WITHIN_MS,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  pool.on("connect", heedless);
  // An idle connection that breaks is dropped from the pool; the next query opens another, or fails by itself.
  pool.on("error", () => undefined);
  return pool;
}

/** One connection outside any pool, for what needs the whole of it. `close` it. */
export async function connectAlone(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  heedless(client);
  try {
    await client.connect();
  } catch (error) {
    throw kindOf(error);
  }
  return client;
}

const pause = (tries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * FIRST_PAUSE_MS * 2 ** tries));

const textOf = (query: unknown): string => {
  if (typeof query === "string") return query;
  return typeof query === "object" && query !== null && "text" in query ? String(query.text) : "";
};

/** What Drizzle asks with is what `query` takes, in one of its many forms. */
const asking = (connection: Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">) =>
  connection.query.bind(connection) as (...all: readonly unknown[]) => Promise<unknown>;

/** Asks outside any transaction. A read is asked again when its connection is lost; a write is not: it may have been kept. */
export async function askPool(pool: pg.Pool, args: readonly unknown[]): Promise<unknown> {
  const mostTries = /^\s*select\b/i.test(textOf(args[0])) ? MOST_TRIES : 1;
  for (let tries = 1; ; tries += 1) {
    try {
      return await asking(pool)(...args);
    } catch (thrown) {
      const error = kindOf(thrown);
      if (tries >= mostTries || !isConnectionLost(error)) throw error;
      await pause(tries);
    }
  }
}

/** Asks inside a transaction: whatever fails there fails the transaction. */
export async function askClient(client: pg.PoolClient, args: readonly unknown[]): Promise<unknown> {
  try {
    return await asking(client)(...args);
  } catch (error) {
    throw kindOf(error);
  }
}

/** A connection that was known to be gone before has not been sent the commit. */
const isUnsent = (error: unknown): boolean => error instanceof ConnectionLost && error.message.startsWith("Client ");

async function commit(client: pg.PoolClient): Promise<void> {
  try {
    await askClient(client, ["commit"]);
  } catch (error) {
    if (!isConnectionLost(error) || isUnsent(error)) throw error;
    throw new CommitUnknown("The connection was lost during the commit.", { cause: error });
  }
}

/** Runs `work` between begin and commit on a connection of its own; whatever it throws undoes all. */
export async function inConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  let client: pg.PoolClient | undefined;
  let broken = false;
  try {
    client = await pool.connect();
    await client.query("begin isolation level serializable");
    const result = await work(client);
    await commit(client);
    return result;
  } catch (thrown) {
    // A connection on which even this fails goes, with all that was not committed.
    broken = client !== undefined && (await rollback(client));
    throw kindOf(thrown);
  } finally {
    client?.release(broken);
  }
}

/** Undoes what was begun; answers whether the connection is of no more use. */
function rollback(client: pg.PoolClient): Promise<boolean> {
  return client.query("rollback").then(
    () => false,
    () => true,
  );
}
