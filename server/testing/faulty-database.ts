import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { startThrowawayPostgres } from "~/db/testing/throwaway-postgres.mjs";
import { createHttp } from "../http/create-http";
import { type TestApp, testApp } from "./test-app";
import { writingPage } from "./writing-page";

/** What one page answered: its status, and the codes of the refusals whose sentences it shows. */
export interface Answered {
  readonly name: string;
  readonly status: number;
  readonly text: string;
}

export interface FaultyDatabase {
  readonly world: TestApp;
  /** Sends a form whose command writes a person of that name. */
  write(name: string): Promise<Answered>;
  /** Opens a page that reads. */
  read(): Promise<Answered>;
  /** Cuts every connection of ours that is inside a transaction; answers how many. */
  cutTransactions(): Promise<number>;
  restart(signal: "SIGINT" | "SIGQUIT"): Promise<void>;
  /** Ends the database for good. */
  end(): Promise<void>;
  /** The names that are in the database, asked on a connection of the test's own. */
  names(): Promise<ReadonlySet<string>>;
  dispose(): Promise<void>;
}

/** The application's pages on a PostgreSQL that the test may break. Null where this machine has none. */
export async function faultyDatabase(): Promise<FaultyDatabase | null> {
  const postgres = await startThrowawayPostgres({ durable: true });
  if (!postgres) return null;
  process.env.DATABASE_URL = postgres.url;
  const world = await testApp();
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = { ...world.app, config: { ...world.app.config, baseUrl: null }, baseUrl: origin };
  server.on("request", createHttp({ app, build: writingPage }));
  const url = `${origin}/page`;
  const database = String((await world.app.stores.main.execute("select current_database() as name")).rows[0]?.name);
  const asked = async <T extends pg.QueryResultRow>(text: string): Promise<T[]> => {
    const client = new pg.Client({
      connectionString: Object.assign(new URL(postgres.url), { pathname: database }).href,
    });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query<T>(text)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    world,
    async write(name) {
      const body = new URLSearchParams({ name, id: world.commandId() });
      const answer = await fetch(url, { method: "POST", body, headers: { origin } });
      return { name, status: answer.status, text: await answer.text() };
    },
    async read() {
      const answer = await fetch(url);
      return { name: "read", status: answer.status, text: await answer.text() };
    },
    async cutTransactions() {
      const cut = await asked(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hemicycle' and xact_start is not null",
      );
      return cut.length;
    },
    restart: (signal) => postgres.restart(signal),
    end: () => postgres.stop(),
    names: async () => new Set((await asked<{ name: string }>("select name from person")).map(({ name }) => name)),
    async dispose() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await world.app.stores.close();
      await postgres.stop();
    },
  };
}
