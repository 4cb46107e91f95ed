// A PostgreSQL server for tests: the one named by TEST_DATABASE_URL, else a throw-away one from the binaries found here.
import { existsSync } from "node:fs";

const THROWAWAY = new URL("../../db/testing/throwaway-postgres.mjs", import.meta.url);

/** { url, stop } or null when this machine has no PostgreSQL. */
export async function providePostgres() {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  if (!existsSync(THROWAWAY)) return null;
  const { startThrowawayPostgres } = await import(THROWAWAY.href);
  return startThrowawayPostgres();
}
