import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom, uniform, uniformBelow } from "../kernel/random";
import { undisturbed } from "../testing/sortition";
import type { SparsePanel } from "./known-panels";
import { weighPanels } from "./weigh-panels";

function panelOf(counts: readonly number[]): SparsePanel {
  const classes = counts.flatMap((seats, at) => (seats > 0 ? [at] : []));
  return { counts: Int32Array.from(counts), classes: Int32Array.from(classes) };
}

function averageOf(panels: readonly SparsePanel[], shares: ArrayLike<number>, classes: number): number[] {
  return Array.from({ length: classes }, (_, at) =>
    panels.reduce((sum, { counts }, panel) => sum + (shares[panel] ?? 0) * (counts[at] ?? 0), 0),
  );
}

/** Panels of as many seats as asked for, at random places. */
function randomPanels(seed: number, { classes, seats, panels }: Record<"classes" | "seats" | "panels", number>) {
  const random = seededRandom(`weigh ${seed}`);
  const list = Array.from({ length: panels }, () => {
    const counts = new Array<number>(classes).fill(0);
    for (let seat = 0; seat < seats; seat++) {
      const at = uniformBelow(random, classes);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return panelOf(counts);
  });
  const weights = list.map(() => 0.5 + uniform(random));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { list, shares: weights.map((weight) => weight / sum) };
}

describe("shares put right", () => {
  it("average to what is expected and are none below zero, whatever the shares to begin with", () => {
    const sizes = fc.record({
      classes: fc.integer({ min: 2, max: 12 }),
      seats: fc.integer({ min: 1, max: 6 }),
      panels: fc.integer({ min: 30, max: 60 }),
    });
    const law = fc.property(fc.integer(), sizes, (seed, size) => {
      const { list, shares } = randomPanels(seed, size);
      const expected = Float64Array.from(averageOf(list, shares, size.classes));
      const start = new Float64Array(list.length).fill(1 / list.length);
      const found = weighPanels(list, { expected, start, control: undisturbed });
      expect(found).toBeDefined();
      if (!found) return;
      expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
      averageOf(list, found, size.classes).forEach((seats, at) => {
        expect(seats).toBeCloseTo(expected[at] ?? 0, 9);
      });
    });
    fc.assert(law, { numRuns: process.env.LONG ? 1000 : 60, verbose: 1 });
  });

  it("are not found where no panels average to what is expected", () => {
    const list = [panelOf([1, 1, 0]), panelOf([1, 0, 1])];
    const start = Float64Array.of(0.5, 0.5);
    expect(
      weighPanels(list, { expected: Float64Array.of(0.4, 0.8, 0.8), start, control: undisturbed }),
    ).toBeUndefined();
  });

  it("leave out panels that had no share", () => {
    const list = [panelOf([2, 0]), panelOf([0, 2]), panelOf([1, 1])];
    const found = weighPanels(list, {
      expected: Float64Array.of(0.5, 1.5),
      start: Float64Array.of(0.5, 0.5, 0),
      control: undisturbed,
    });
    expect(Array.from(found ?? [], (share) => Math.round(share * 1e9) / 1e9)).toEqual([0.25, 0.75, 0]);
  });
});
