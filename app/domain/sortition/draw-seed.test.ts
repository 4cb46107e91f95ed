import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { enumeratePanels } from "../testing/sortition-enumeration";
import { drawPanel } from "./draw-panel";
import { type DrawAlgorithm, type DrawRequest, drawAlgorithms } from "./draw-request";
import { drawnPlace } from "./drawn-place";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

function drawn(changes: Partial<DrawRequest>) {
  const outcome = drawPanel(aDrawRequest(changes), solver, undisturbed);
  if (outcome.status !== "drawn") throw new Error(outcome.status);
  return outcome.result;
}
/** Four people without rules, two seats: six panels. */
const four = {
  people: ["a", "b", "c", "d"].map((id) => aDrawCandidate(id, { who: "any" })),
  quotas: [aQuota("who", "any", [0, 4])],
  seats: 2,
  lottery: 12,
};

describe("the place that a seed names", () => {
  it("is one of the list's, and always the same", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 100_000 }), (seed, size) => {
        const place = drawnPlace(seed, size);
        expect(Number.isInteger(place) && place >= 0 && place < size).toBe(true);
        expect(drawnPlace(seed, size)).toBe(place);
      }),
      { verbose: 1 },
    );
  });

  it("of a list of one is the first", () => {
    for (const seed of ["", "a", "é"]) expect(drawnPlace(seed, 1)).toBe(0);
  });

  it("is each about equally often: 6,000 seeds over ten places, within five deviations", () => {
    const counts = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 6000; seed++) {
      const place = drawnPlace(`seed ${seed}`, 10);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const off = counts.map((count) => Math.abs(count - 600));
    expect(Math.max(...off)).toBeLessThan(5 * Math.sqrt(600 * 0.9));
  });

  it("is what published draws were drawn with, and so never changes", () => {
    expect(["", "test", "2026-03-14"].map((seed) => drawnPlace(seed, 1000))).toEqual([674, 621, 891]);
  });
});

describe("the panel that is drawn", () => {
  it.each(drawAlgorithms.filter((algorithm) => ["leximin", "nash", "quick"].includes(algorithm)))(
    "is the lottery's own at that place, and the same again (%s)",
    (algorithm: DrawAlgorithm) => {
      const [first, again] = [drawn({ algorithm, lottery: 20 }), drawn({ algorithm, lottery: 20 })];
      expect(first.lottery?.place).toBe(drawnPlace("test", 20));
      expect(first.drawnIds).toEqual(first.lottery?.panels[drawnPlace("test", 20)]);
      expect(again).toEqual(first);
    },
  );

  it("is drawn without a lottery too, by the seed, from the same distribution", () => {
    const seeds = Array.from({ length: 6 }, (_, at) => `none ${at}`);
    const draws = seeds.map((seed) => drawn({ seed, lottery: 0 }));
    for (const { lottery, drawnIds, probabilities } of draws) {
      expect(lottery).toBeUndefined();
      expect(drawnIds).toHaveLength(4);
      expect(probabilities).toEqual(draws[0]?.probabilities);
    }
    expect(drawn({ seed: "none 0", lottery: 0 }).drawnIds).toEqual(draws[0]?.drawnIds);
    expect(new Set(draws.map(({ drawnIds }) => drawnIds.join())).size).toBeGreaterThan(3);
  });

  it("is every panel there is, about equally often, over 30 seeds", () => {
    const counts = new Map(enumeratePanels(aDrawRequest(four)).map((panel) => [panel.join(), 0]));
    for (let seed = 0; seed < 30; seed++) {
      const panel = drawn({ ...four, seed: `even ${seed}`, lottery: 6 }).drawnIds.join();
      counts.set(panel, (counts.get(panel) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // 30 draws of 1/6: 5 each, two deviations of 2.
    for (const count of counts.values()) expect(Math.abs(count - 5)).toBeLessThan(5);
  });

  it("does not depend on how people, features and addresses are written", () => {
    const people = aDrawRequest().people.map((person, at) => ({ ...person, household: [`${at} Élm  street`] }));
    const written = people.map((person) => ({ ...person, household: [` ${person.household[0]?.toUpperCase()}`] }));
    const [one, other] = [people, written].map((list) => drawn({ people: list, households: true, lottery: 30 }));
    expect(other?.drawnIds).toEqual(one?.drawnIds);
    expect(other?.lottery).toEqual(one?.lottery);
  });
});

test("another seed changes who is drawn, and nobody's chance", () => {
  const draws = ["a", "b", "c"].map((seed) => drawn({ seed, lottery: 10 }));
  for (const { probabilities } of draws) expect(probabilities).toEqual(draws[0]?.probabilities);
  expect(new Set(draws.map(({ drawnIds }) => drawnIds.join())).size).toBeGreaterThan(1);
});

describe("a lottery", () => {
  it("has as many panels as asked for, also a single one", () => {
    for (const lottery of [1, 7]) {
      const found = drawn({ lottery }).lottery;
      expect(found?.panels).toHaveLength(lottery);
      expect([...(found?.counts.values() ?? [])].reduce((sum, count) => sum + count, 0)).toBe(4 * lottery);
    }
  });

  it("counts how many of its panels differ", () => {
    const { lottery } = drawn({ ...four, lottery: 60 });
    expect(lottery?.distinctPanels).toBe(new Set(lottery?.panels.map((panel) => panel.join())).size);
    expect(lottery?.distinctPanels).toBe(6);
  });

  it("lists the ids of each panel sorted", () => {
    for (const panel of drawn({ lottery: 30 }).lottery?.panels ?? []) expect(panel).toEqual([...panel].sort());
  });

  it("proposes 10,000 panels where its own lose more than 3 % of the smallest chance, and says what they lose", () => {
    const people = Array.from({ length: 35 }, (_, at) => aDrawCandidate(`p${at}`, { who: "any" }));
    const quotas = [aQuota("who", "any", [0, 1])];
    const { lottery } = drawn({ people, quotas, seats: 1, lottery: 100 });
    // 100 panels of 1/35: 2.86 each, of which whole panels give 2.
    expect(lottery?.loss).toBeCloseTo(1 - 2 / (100 / 35), 9);
    expect(lottery?.proposedSize).toBe(10_000);
    const fine = drawn({ people, quotas, seats: 1, lottery: 70 }).lottery;
    expect([fine?.loss, fine?.proposedSize]).toEqual([0, 70]);
  });
});
