import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { detailOf } from "../recruitment/draw-detail";
import { recordDraw } from "../recruitment/draw-record";
import { type ComputedResult, keepLottery } from "../recruitment/kept-lottery";
import { equalises, lotterySizes, offeredAlgorithm } from "../recruitment/offered-algorithm";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { drawPanel } from "./draw-panel";
import { type DrawRequest, drawAlgorithms } from "./draw-request";
import type { Solver } from "./solver";

let solver: Solver;
let plain: ComputedResult;
beforeAll(async () => {
  solver = await highsSolver();
  plain = computed({ excludedIds: ["p01"] });
});

function computed(changes: Partial<DrawRequest>): ComputedResult {
  const outcome = drawPanel(aDrawRequest({ lottery: 12, ...changes }), solver, undisturbed);
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
    const without = computed({ algorithm: "quick", lottery: 0 });
    expect(recordDraw(without, { people: 12, kept: 0 })).not.toHaveProperty("lottery");
    const { people, panels } = detailOf(without);
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
    const result = plain;
    const { people } = detailOf(result);
    expect(people.ids).toEqual(everybody);
    people.ids.forEach((id, at) => {
      expect(people.chances[at]).toBe(result.probabilities.get(id));
    });
    expect(people.counts.reduce((sum, count) => sum + count, 0)).toBe(12 * 4);
    expect(people.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(4, 6);
  });
});
