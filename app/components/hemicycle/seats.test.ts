import fc from "fast-check";
import { expect, it } from "vitest";
import { seatPlan } from "./seats";

const anyCount = fc.integer({ min: 1, max: 320 });

it("has a place for every seat", () => {
  fc.assert(fc.property(anyCount, (count) => seatPlan(count).places.length === count));
});

it("lets no two seats touch", () => {
  fc.assert(
    fc.property(anyCount, (count) => {
      const { places, radius } = seatPlan(count);
      for (const [at, a] of places.entries()) {
        for (const b of places.slice(at + 1)) if (Math.hypot(a.x - b.x, a.y - b.y) <= 2 * radius) return false;
      }
      return true;
    }),
    { numRuns: 60 },
  );
});

it("keeps every seat inside the picture", () => {
  fc.assert(
    fc.property(anyCount, (count) => {
      const { places, radius } = seatPlan(count);
      return places.every(
        ({ x, y }) => x - radius > -0.011 && x + radius < 1.011 && y - radius > -0.011 && y <= 0.5001,
      );
    }),
  );
});

it("goes from the left to the right", () => {
  const xs = seatPlan(110).places.map(({ angle }) => angle);
  expect(xs).toEqual([...xs].sort((a, b) => b - a));
});

it("puts four seats in one ring", () => {
  expect(new Set(seatPlan(4).places.map(({ ring }) => ring)).size).toBe(1);
});
