import { expect, test } from "vitest";
import { backUpWhileWriting, faultsOf } from "../testing/back-up-while-writing";

test("fifteen backups made while a writer writes at full speed each hold every row acknowledged before they began", async () => {
  const rounds = await backUpWhileWriting(15);
  const written = rounds.at(-1)?.after ?? 0;
  process.stdout.write(`${rounds.length} backups beside ${written} pairs written\n`);
  expect(faultsOf(rounds)).toEqual([]);
  expect(rounds).toHaveLength(15);
  expect(written).toBeGreaterThan(500);
}, 300_000);
