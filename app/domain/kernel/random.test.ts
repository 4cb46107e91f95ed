import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Random, seededRandom, shuffled, uniform, uniformBelow } from "./random";

/** A source that gives these 32-bit words, most significant byte first, and then fails. */
function wordsOf(...words: number[]): Random {
  const left = [...words];
  return {
    bytes(count) {
      const word = left.shift();
      if (word === undefined || count !== 4) throw new Error("no word is left");
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, word);
      return bytes;
    },
  };
}

/** The first word that is too far for a limit, were every word taken: the whole turns of the limit end there. */
const turnsEnd = (limit: number): number => 2 ** 32 - (2 ** 32 % limit);

const limits = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }));

describe("a whole number below a limit", () => {
  it("is every number for equally many words: whole turns of the limit are taken, the rest is asked again", () => {
    fc.assert(
      fc.property(limits, fc.nat(), (limit, any) => {
        const end = turnsEnd(limit);
        expect(end % limit).toBe(0);
        expect(uniformBelow(wordsOf(end - 1), limit)).toBe(limit - 1);
        expect(uniformBelow(wordsOf(0), limit)).toBe(0);
        if (end < 2 ** 32) expect(uniformBelow(wordsOf(end, 2 ** 32 - 1, any), limit)).toBe(any % limit);
      }),
      { numRuns: 100, verbose: 1 },
    );
  });

  it("has 1 and 2^32 for limits, and nothing outside of them", () => {
    expect(uniformBelow(wordsOf(2 ** 32 - 1), 1)).toBe(0);
    expect(uniformBelow(wordsOf(2 ** 32 - 1), 2 ** 32)).toBe(2 ** 32 - 1);
    for (const limit of [0, -1, 1.5, 2 ** 32 + 1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => uniformBelow(wordsOf(0), limit)).toThrow(RangeError);
  });

  it("is read from the bytes that were given, wherever they lie in memory", () => {
    const held = Uint8Array.from([9, 9, 9, 9, 9, 0, 0, 0, 7, 9, 9, 9]);
    const random: Random = { bytes: (count) => held.subarray(5, 5 + count) };
    expect(uniformBelow(random, 10)).toBe(7);
  });

  it("comes about equally often from a seed: within five deviations, for every limit up to 12", () => {
    const random = seededRandom("counted");
    for (let limit = 2; limit <= 12; limit++) {
      const draws = 3000;
      const counts = new Array<number>(limit).fill(0);
      for (let draw = 0; draw < draws; draw++) {
        const drawn = uniformBelow(random, limit);
        counts[drawn] = (counts[drawn] ?? 0) + 1;
      }
      const deviation = Math.sqrt((draws / limit) * (1 - 1 / limit));
      const off = counts.map((count) => Math.abs(count - draws / limit));
      expect(Math.max(...off)).toBeLessThan(5 * deviation);
    }
  });
});

test("a uniform number is at least 0 and below 1", () => {
  expect(uniform(wordsOf(0))).toBe(0);
  expect(uniform(wordsOf(2 ** 31))).toBe(0.5);
  expect(uniform(wordsOf(2 ** 32 - 1))).toBe(1 - 2 ** -32);
});

describe("an order by lot", () => {
  it("is each order for exactly one sequence of choices, so that all are equally likely", () => {
    const items = ["a", "b", "c", "d", "e"];
    const orders = new Map<string, number>();
    for (let first = 0; first < 5; first++)
      for (let second = 0; second < 4; second++)
        for (let third = 0; third < 3; third++)
          for (let fourth = 0; fourth < 2; fourth++) {
            const order = shuffled(items, wordsOf(first, second, third, fourth)).join("");
            orders.set(order, (orders.get(order) ?? 0) + 1);
          }
    expect(orders.size).toBe(120);
    expect(new Set(orders.values())).toEqual(new Set([1]));
  });

  it("loses nobody, doubles nobody, and leaves the list that was given as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.string(), (items, seed) => {
        const given = [...items];
        const order = shuffled(items, seededRandom(seed));
        expect(items).toEqual(given);
        expect([...order].sort()).toEqual([...given].sort());
      }),
      { verbose: 1 },
    );
  });

  it("needs no chance for nobody, or for one", () => {
    expect(shuffled([], wordsOf())).toEqual([]);
    expect(shuffled(["only"], wordsOf())).toEqual(["only"]);
  });
});

describe("a source from a seed", () => {
  it("gives the same bytes for the same seed, in whichever portions of whole words", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 }), (seed, portions) => {
        const [one, other] = [seededRandom(seed), seededRandom(seed)];
        const parts = portions.flatMap((words) => [...one.bytes(4 * words)]);
        expect(parts).toEqual([...other.bytes(parts.length)]);
      }),
      { verbose: 1 },
    );
  });

  it("gives as many bytes as asked for", () => {
    const random = seededRandom("portions");
    for (const count of [0, 1, 3, 4, 5, 16, 33]) expect(random.bytes(count)).toHaveLength(count);
  });

  it("gives others for another seed, however near, and for none a row of noughts", () => {
    const seeds = ["", " ", "a", "b", "aa", "ab", "ba", "seed 1", "seed 2", "seed 10", "\u0000", "é", "e\u0301"];
    const streams = seeds.map((seed) => seededRandom(seed).bytes(32).join());
    expect(new Set(streams).size).toBe(seeds.length);
    for (const seed of seeds)
      expect(
        seededRandom(seed)
          .bytes(64)
          .some((byte) => byte !== 0),
      ).toBe(true);
  });

  it("is what draws that were published were made with, and so never changes", () => {
    const hex = (seed: string): string => Buffer.from(seededRandom(seed).bytes(12)).toString("hex");
    expect([hex(""), hex("hemicycle draw 1: seed")]).toEqual(["79a05ea79f37c012d2c08879", "993cdb8af442ae15aa3ba638"]);
  });
});
