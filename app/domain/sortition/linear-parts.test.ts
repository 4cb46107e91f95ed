import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom, uniform, uniformBelow } from "../kernel/random";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { groupPeople } from "./group-people";
import { leastChange, type PanelMatrix } from "./least-change";
import { QuickNumbers } from "./quick-numbers";
import type { LinearRow } from "./solver";
import { activity, pricedSeats, priceRows, tightRows } from "./tight-rows";
import { TypeIndex } from "./type-index";

const infinite = Number.POSITIVE_INFINITY;
const runs = process.env.LONG ? 1000 : 60;

/** Rows of ones over some of the classes, one that is another's sum among them. */
function someRows(seed: number, classes: number): LinearRow[] {
  const random = seededRandom(`rows ${seed}`);
  const rows = Array.from({ length: 3 }, (): LinearRow => {
    const columns = Array.from({ length: classes }, (_, at) => at).filter(() => uniformBelow(random, 2) === 0);
    return { lower: 0, upper: infinite, columns, values: columns.map(() => 1) };
  });
  const all = Array.from({ length: classes }, (_, at) => at);
  return [...rows, { lower: 0, upper: infinite, columns: all, values: all.map(() => 1) }];
}

describe("rows met with equality", () => {
  it("are those within reach of a bound, at that bound", () => {
    const row = (lower: number, upper: number): LinearRow => ({ lower, upper, columns: [0, 2], values: [1, 1] });
    const seats = Float64Array.of(1, 9, 2);
    expect(activity(row(0, 9), seats)).toBe(3);
    const tight = tightRows([row(3, 9), row(0, 3.000_001), row(0, 9), row(2.999, 9)], seats, 1e-5);
    expect(tight.map((one) => one.seats)).toEqual([3, 3.000_001]);
  });

  it("are moved by what is wanted, each of them, also where one follows from others", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 8 }), (seed, classes) => {
        const random = seededRandom(`${seed}`);
        const tight = someRows(seed, classes).map((row) => ({ row, seats: 0 }));
        const room = Float64Array.from({ length: classes }, () => 0.5 + uniform(random));
        // Wanted is what some change of the seats does, so that it can be had.
        const shift = Float64Array.from({ length: classes }, () => uniform(random) - 0.5);
        const wanted = tight.map(({ row }) => activity(row, shift));
        const by = pricedSeats(tight, priceRows(tight, room, wanted), classes);
        const change = by.map((one, at) => one * (room[at] ?? 0));
        tight.forEach(({ row }, place) => {
          expect(activity(row, change)).toBeCloseTo(wanted[place] ?? 0, 6);
        });
        const size = (of: Float64Array) => of.reduce((sum, one, at) => sum + one ** 2 / (room[at] ?? 1), 0);
        expect(size(change)).toBeLessThanOrEqual(size(shift) + 1e-6);
      }),
      { numRuns: runs, verbose: 1 },
    );
  });
});

/** Seats per panel (a row) and class (a column), as the method asks for them. */
function matrixOf(panels: readonly (readonly number[])[]): PanelMatrix {
  const classes = panels[0]?.length ?? 0;
  const sum = (term: (panel: readonly number[], at: number, k: number) => number): Float64Array =>
    Float64Array.from({ length: classes }, (_, at) =>
      panels.reduce((total, panel, k) => total + term(panel, at, k), 0),
    );
  return {
    seats: (shares) => sum((panel, at, k) => (panel[at] ?? 0) * (shares[k] ?? 0)),
    squares: (shares) => sum((panel, at, k) => ((panel[at] ?? 0) * (shares[k] ?? 0)) ** 2),
    worth: (prices) =>
      Float64Array.from(panels, (panel) => panel.reduce((total, seats, at) => total + seats * (prices[at] ?? 0), 0)),
  };
}

describe("the least change of shares", () => {
  const some = fc.record({
    seed: fc.integer(),
    panels: fc.integer({ min: 2, max: 9 }),
    classes: fc.integer({ min: 1, max: 5 }),
  });

  it("brings the seats that are missing, and no other change in proportion is smaller", () => {
    fc.assert(
      fc.property(some, ({ seed, panels, classes }) => {
        const random = seededRandom(`change ${seed}`);
        const list = Array.from({ length: panels }, () =>
          Array.from({ length: classes }, () => uniformBelow(random, 3)),
        );
        const matrix = matrixOf(list);
        const shares = Float64Array.from(list, () => 0.2 + uniform(random));
        const other = Float64Array.from(list, () => uniform(random) - 0.5);
        const missing = matrix.seats(other);
        const change = leastChange(matrix, shares, missing);
        matrix.seats(change).forEach((seats, at) => {
          expect(seats).toBeCloseTo(missing[at] ?? 0, 5);
        });
        const size = (of: Float64Array) => of.reduce((sum, one, at) => sum + (one / (shares[at] ?? 1)) ** 2, 0);
        expect(size(change)).toBeLessThanOrEqual(size(other) + 1e-6);
      }),
      { numRuns: runs, verbose: 1 },
    );
  });

  it("is none where nothing is missing", () => {
    const change = leastChange(
      matrixOf([
        [1, 0],
        [0, 1],
      ]),
      Float64Array.of(0.5, 0.5),
      new Float64Array(2),
    );
    expect(Array.from(change)).toEqual([0, 0]);
  });
});

describe("types found by sums", () => {
  it("are all classes with the same values and no others, and exchanges are told from accidents", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const size = { people: 30, seats: 4, features: 4, values: 3, sharing: 5 };
        const pool = groupPeople(aRandomRequest(seededRandom(`types ${seed}`), size));
        const index = new TypeIndex(pool);
        pool.classes.forEach(({ values }, at) => {
          const alike = pool.classes.flatMap((other, place) => (other.values.join() === values.join() ? [place] : []));
          expect(Array.from(index.find(index.sums[at] ?? 0) ?? [])).toEqual(alike);
        });
        const [one, other] = [0, pool.classes.length - 1];
        index.masks.forEach((mask, set) => {
          const mixed = pool.classes[one]?.values.map((value, column) =>
            mask[column] ? pool.classes[other]?.values[column] : value,
          );
          pool.classes.forEach(({ values }, at) => {
            expect(index.isCrossing(at, set, [one, other])).toBe(values.join() === mixed?.join());
          });
        });
      }),
      { numRuns: process.env.LONG ? 200 : 5, verbose: 1 },
    );
  });
});

describe("quick numbers", () => {
  it("lie below their limit, are the same again, and leave none out", () => {
    const [one, other] = [new QuickNumbers(), new QuickNumbers()];
    const counts = new Array<number>(8).fill(0);
    for (let time = 0; time < 4000; time++) {
      const number = one.below(8);
      if (number !== other.below(8)) throw new Error(`number ${time} is another`);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    expect(counts).toHaveLength(8);
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(5 * Math.sqrt(500));
  });
});
