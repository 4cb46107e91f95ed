import fc from "fast-check";
import { expect, it } from "vitest";
import { seededRandom, shuffled, uniformBelow } from "../kernel/random";
import { evenOut } from "./even-out";

it("puts each kind at each place equally often, within one, and changes no row but its order", () => {
  const sizes = fc.record({ seed: fc.integer(), rows: fc.nat(60), places: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 6 }), ({ seed, rows: many, places }, kinds) => {
      const random = seededRandom(`${seed}`);
      const rows = Array.from({ length: many }, () =>
        shuffled(
          Array.from({ length: places }, () => Math.min(uniformBelow(random, kinds), uniformBelow(random, kinds))),
          random,
        ),
      );
      const before = rows.map((row) => [...row].sort());
      evenOut(rows, { places, kinds });
      expect(rows.map((row) => [...row].sort())).toEqual(before);
      for (let kind = 0; kind < kinds; kind++) {
        const counts = Array.from({ length: places }, (_, at) => rows.filter((row) => row[at] === kind).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 200, verbose: 1 },
  );
});
