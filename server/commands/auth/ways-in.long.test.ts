import { expect, test } from "vitest";
import { checkWaysIn } from "../../testing/ways-in-law";

test("whatever the way in, the rights gained are bounded, over 150 random histories", async () => {
  const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(`ways in: seed ${seed}\n`);
  expect((await checkWaysIn({ runs: 150, seed })).attackerDevices).toBeGreaterThan(150);
}, 1_800_000);
