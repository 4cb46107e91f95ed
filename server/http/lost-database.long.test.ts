import { expect, test } from "vitest";

// The tables are made for the engine that is named when they are loaded; the address itself comes with the server that is started.
process.env.DATABASE_URL = "postgres://later";

test("20 cut transactions and 6 restarts under load lose nothing acknowledged and end no process", async ({ skip }) => {
  const { breakUnderLoad } = await import("../testing/break-under-load");
  const seen = await breakUnderLoad({
    cuts: 20,
    restarts: ["SIGINT", "SIGQUIT", "SIGINT", "SIGQUIT", "SIGINT", "SIGQUIT"],
  });
  if (!seen) return skip("no PostgreSQL programs");
  const { acknowledged, sentences, cutInTransaction } = seen;
  process.stdout.write(`${acknowledged} acknowledged, ${sentences} sentences, ${cutInTransaction} transactions cut\n`);
  expect(seen.uncaught).toEqual([]);
  expect(seen.lost).toEqual([]);
  expect(seen.unexplained).toEqual([]);
  expect(acknowledged).toBeGreaterThan(200);
  expect(cutInTransaction).toBeGreaterThanOrEqual(20);
}, 300_000);
