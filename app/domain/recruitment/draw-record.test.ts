import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { drawPanel } from "../sortition/draw-panel";
import { type DrawRequest, drawAlgorithms } from "../sortition/draw-request";
import type { Solver } from "../sortition/solver";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { detailOf, lotteryFigures } from "./draw-detail";
import { drawRecordFrom, recordDraw } from "./draw-record";
import { fingerprint, shortFingerprint } from "./fingerprint";
import { type ComputedResult, keepLottery, panelsOf } from "./kept-lottery";
import { equalises, lotterySizes, offeredAlgorithm } from "./offered-algorithm";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

function computed(changes: Partial<DrawRequest>): ComputedResult {
  const outcome = drawPanel(aDrawRequest({ lottery: 20, ...changes }), solver, undisturbed);
  if (outcome.status !== "drawn") throw new Error(outcome.status);
  const { lottery, ...result } = outcome.result;
  return { ...result, ...(lottery && { lottery: keepLottery(lottery, "hash") }) };
}

const everybody = aDrawRequest().people.map(({ id }) => id);

describe("the record of a draw", () => {
  it("holds no id of anybody, so that it can be kept for good", () => {
    const result = computed({ confirmedIds: ["p00"], excludedIds: ["p01"], households: true });
    const text = JSON.stringify(recordDraw(result, { people: 12, kept: 1 }));
    expect(everybody.filter((id) => text.includes(id))).toEqual([]);
    const { counts } = detailOf(result);
    expect(everybody.filter((id) => JSON.stringify(counts).includes(id))).toEqual([]);
  });

  it("is read back as it was written", () => {
    const record = recordDraw(computed({}), { people: 12, kept: 0 });
    expect(drawRecordFrom(JSON.stringify(record))).toEqual(record);
  });

  it("counts the seats that were drawn anew, whom no panel can contain, and those without an address", () => {
    const people = [...aDrawRequest().people, aDrawCandidate("lost", { age: "ancient", place: "town" })];
    const quotas = [...aDrawRequest().quotas, aQuota("age", "ancient", [0, 0])];
    const record = recordDraw(computed({ people, quotas, households: true, confirmedIds: ["p00"] }), {
      people: 13,
      kept: 1,
    });
    expect(record).toMatchObject({ version: 1, people: 13, drawn: 3, unreachable: 1, addressUnknown: 13 });
  });

  it("has no lottery where none was made", () => {
    expect(recordDraw(computed({ lottery: 0 }), { people: 12, kept: 0 })).not.toHaveProperty("lottery");
    const { people, panels } = detailOf(computed({ lottery: 0 }));
    expect([people.ids, people.counts, panels]).toEqual([everybody, [], ""]);
  });

  it("says of every algorithm whether it makes chances equal, as its result does", () => {
    for (const algorithm of drawAlgorithms)
      expect([algorithm, computed({ algorithm, lottery: 0 }).equalised]).toEqual([algorithm, equalises(algorithm)]);
    expect(equalises(offeredAlgorithm)).toBe(true);
    expect(lotterySizes).toEqual([1000, 10_000]);
  });
});

describe("what is kept of the people of a draw", () => {
  it("stands side by side: id, chance and count, by id", () => {
    const result = computed({ excludedIds: ["p01"] });
    const { people } = detailOf(result);
    expect(people.ids).toEqual(everybody);
    people.ids.forEach((id, at) => {
      expect(people.chances[at]).toBe(result.probabilities.get(id));
    });
    expect(people.counts.reduce((sum, count) => sum + count, 0)).toBe(20 * 4);
    expect(people.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(4, 6);
  });
});

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
