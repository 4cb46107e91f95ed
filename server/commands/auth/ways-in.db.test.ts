import { expect, test } from "vitest";
import { checkWaysIn } from "../../testing/ways-in-law";

test("whatever the way in, the rights gained are those of who issued it or of who proved the address", async () => {
  const seed = Number(process.env.FC_SEED ?? 20_261_128);
  process.stdout.write(`ways in: seed ${seed}\n`);
  const seen = await checkWaysIn({ runs: 6, seed });
  expect(seen.attackerDevices).toBeGreaterThan(6);
  expect(seen.victimDevices).toBeGreaterThan(3);
}, 120_000);
