import { expect, test } from "vitest";
import { isPg } from "~/db/columns";
import { breakUnderLoad } from "../testing/break-under-load";

// Twenty cuts and six restarts are in lost-database.long.test.ts.
test.skipIf(!isPg)(
  "a PostgreSQL that cuts transactions and restarts loses nothing acknowledged, and people see pages or sentences",
  async ({ skip }) => {
    const seen = await breakUnderLoad({ cuts: 3, restarts: ["SIGINT"] });
    if (!seen) return skip("no PostgreSQL programs");
    expect(seen.uncaught).toEqual([]);
    expect(seen.lost).toEqual([]);
    expect(seen.unexplained).toEqual([]);
    expect(seen.without.map(({ status, text }) => [status, text.includes("storage-busy")])).toEqual([
      [503, true],
      [503, true],
    ]);
    expect(seen.acknowledged).toBeGreaterThan(20);
    expect(seen.cutInTransaction).toBeGreaterThanOrEqual(3);
  },
);
