import { expect, test } from "vitest";
import { fuzz } from "./run-fuzz";
import { chosenSeed } from "./seed";

const worlds = 10;
const requests = 1_000;
const first = chosenSeed();

test.each(Array.from({ length: worlds }, (_, world) => first + world))(
  "no request breaks the server or writes what its sender may not: 1,000 from the seed %i, ten times",
  async (seed) => {
    const { sent, faults } = await fuzz({ seed, requests });
    expect(faults, `again with FUZZ_SEED=${seed}`).toEqual([]);
    expect(sent).toBe(requests);
  },
  900_000,
);
