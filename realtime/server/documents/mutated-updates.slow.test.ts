// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { mutationsHarmNobody } from "../../testing/mutation-law";

const seed = 20260806;

describe("spoilt updates of a co-author (D3)", () => {
  test.each(["notes", "recommendation"] as const)(
    `%s: 1,000 of them harm neither the text nor the others (seed ${seed})`,
    async (kind) => {
      const { sent, taken } = await mutationsHarmNobody({ kind, seed, updates: 1_000 });
      expect(sent).toBe(1_000);
      // Some are well-formed and say what the sender may say.
      expect(taken).toBeGreaterThan(10);
    },
    60_000,
  );
});
