import { randomInt } from "node:crypto";

/** The seed of this run, printed: FUZZ_SEED when it is given, else a new one. */
export function chosenSeed(): number {
  const seed = Number(process.env.FUZZ_SEED ?? randomInt(1, 1_000_000));
  process.stdout.write(`fuzz: FUZZ_SEED=${seed}\n`);
  return seed;
}
