import { pino } from "pino";
import { expect, test } from "vitest";
import { isPg } from "~/db/columns";
import { storeFile } from "~/db/connect";
import { openWriter } from "~/db/sqlite/connection";
import { removeEmptied } from "~/db/testing/postgres-template";
import { startThrowawayPostgres } from "~/db/testing/throwaway-postgres.mjs";
import { type LiveWorld, liveWorld } from "../testing/live-world";
import { Traffic } from "../testing/traffic";

/** What the server logged that is a fault of ours, and what nothing caught: each of these would have ended the process. */
async function watched(work: (world: LiveWorld, traffic: Traffic) => Promise<void>): Promise<string[]> {
  const faults: string[] = [];
  const notice = (error: Error): void => void faults.push(error.message);
  const log = pino(
    { level: "error" },
    { write: (line) => line.includes("what a live page asked failed") && faults.push(line) },
  );
  process.on("uncaughtExceptionMonitor", notice);
  const world = await liveWorld("traffic", { log });
  const traffic = await Traffic.begin(world);
  try {
    await work(world, traffic);
    await traffic.end();
    expect(traffic.unexplained).toEqual([]);
    expect(await traffic.lost()).toEqual([]);
    await traffic.recovered();
  } finally {
    process.off("uncaughtExceptionMonitor", notice);
    await traffic.stop();
    await world.dispose();
  }
  return faults;
}

test.skipIf(!isPg)(
  "PostgreSQL restarts under forms, live sessions, texts and jobs: what was acknowledged is there, and every page recovers by itself",
  async ({ skip }) => {
    const postgres = await startThrowawayPostgres({ durable: true });
    if (!postgres) return skip("no PostgreSQL programs");
    const serverUrl = process.env.DATABASE_URL;
    process.env.DATABASE_URL = postgres.url;
    try {
      const faults = await watched(async (_, traffic) => {
        await traffic.goesOn();
        // As an administrator does it, then as a crash does, for longer than anybody waits.
        await postgres.restart("SIGINT");
        await traffic.goesOn();
        await postgres.restart("SIGQUIT", () => traffic.isTold());
        await traffic.goesOn();
      });
      expect(faults).toEqual([]);
    } finally {
      process.env.DATABASE_URL = serverUrl;
      await removeEmptied();
      await postgres.stop();
    }
  },
  30_000,
);

test.skipIf(isPg)(
  "SQLite files held by another program for too long: people are told, nothing acknowledged is lost, and every page recovers by itself",
  async () => {
    const faults = await watched(async ({ storedAt }, traffic) => {
      await traffic.goesOn();
      const others = (["main", "documents"] as const).map((name) =>
        openWriter(storeFile(storedAt.dataDir, name), "none"),
      );
      for (const other of others) other.exec("begin immediate");
      await traffic.isTold();
      for (const other of others) other.exec("rollback");
      for (const other of others) other.close();
      await traffic.goesOn();
    });
    expect(faults).toEqual([]);
  },
  30_000,
);
