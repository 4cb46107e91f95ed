// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { mutationsHarmNobody } from "../../testing/mutation-law";

const seeds = [20260807, 20260808];
const updates = 10_000;

describe("40,000 spoilt updates of a co-author (D3)", () => {
  test.each(seeds.flatMap((seed) => [["notes", seed] as const, ["recommendation", seed] as const]))(
    "%s: 10,000 of them harm neither the text nor the others (seed %i)",
    async (kind, seed) => {
      const { sent, taken } = await mutationsHarmNobody({ kind, seed, updates });
      expect(sent).toBe(updates);
      expect(taken).toBeGreaterThan(100);
    },
    600_000,
  );
});
