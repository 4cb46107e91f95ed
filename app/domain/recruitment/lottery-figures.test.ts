import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { lotteryFigures } from "./draw-detail";
import { fingerprint, shortFingerprint } from "./fingerprint";
import { keepLottery, panelsOf } from "./kept-lottery";

describe("the figures of a lottery", () => {
  const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 });
  const lotteries = ids.chain((all) =>
    fc.array(fc.subarray(all, { minLength: 1 }), { minLength: 1, maxLength: 8 }).map((panels) => ({ all, panels })),
  );
  const kept = ({ all, panels }: { all: string[]; panels: string[][] }) => {
    const counts = new Map(all.map((id) => [id, panels.filter((panel) => panel.includes(id)).length]));
    return keepLottery({ panels, counts, loss: 0, proposedSize: 1000, distinctPanels: 1, place: 0 }, "hash");
  };

  it("are counted over those who may be drawn: the fewest panels anybody is in, and how many are in none", () => {
    fc.assert(
      fc.property(lotteries, fc.nat(4), ({ all, panels }, out) => {
        const outIds = new Set(all.slice(0, out));
        const own = all.slice(out).map((id) => panels.filter((panel) => panel.includes(id)).length);
        const { least, leftOut, size } = lotteryFigures(kept({ all, panels }), outIds);
        expect([least, leftOut, size]).toEqual([
          Math.min(panels.length, ...own),
          own.filter((count) => count === 0).length,
          panels.length,
        ]);
      }),
      { verbose: 1 },
    );
  });

  it("belong to panels that are given back one by one as they were", () => {
    fc.assert(
      fc.property(lotteries, ({ all, panels }) => {
        expect([...panelsOf(kept({ all, panels }))]).toEqual(panels);
        expect(kept({ all, panels }).ids).toEqual([...all].sort());
      }),
      { verbose: 1 },
    );
  });
});

describe("a fingerprint", () => {
  it("is the hexadecimal digits of the same bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(fingerprint(Buffer.from(bytes).toString("base64url"))).toBe(Buffer.from(bytes).toString("hex"));
      }),
      { verbose: 1 },
    );
  });

  it("of other lengths too, and of nothing is nothing", () => {
    for (const length of [0, 1, 2, 3, 16]) {
      const bytes = Buffer.alloc(length, 0xa7);
      expect(fingerprint(bytes.toString("base64url"))).toBe(bytes.toString("hex"));
    }
  });

  test("is short on a screen: its first eight digits and its last four", () => {
    const hex = createHash("sha256").update("hemicycle").digest("hex");
    expect(shortFingerprint(hex)).toBe(`${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(60)}`);
  });
});
