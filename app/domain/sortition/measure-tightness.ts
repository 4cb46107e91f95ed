import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { DrawRequest } from "./draw-request";
import { leximinIdeal } from "./equalise-leximin";
import { groupPeople } from "./group-people";
import { OuterBound } from "./outer-bound";
import { type QuotaSide, quotaSides, type SideRow } from "./quota-sides";
import type { Solver } from "./solver";
import { withModel } from "./solver";

/** What one seat more room on a quota would do for the smallest chance. */
export interface QuotaPrice extends QuotaSide {
  /** Rise of the smallest selection probability; 0 for a quota that holds nobody back. */
  readonly gain: number;
}

export interface Tightness {
  /** The smallest selection probability that the quotas allow (an upper bound, near the draw's own). */
  readonly minimum: number;
  /** Quotas by how much they cost, dearest first. */
  readonly prices: readonly QuotaPrice[];
  /** People whose chance is under 1 in 200. */
  readonly rareIds: readonly string[];
}

/** A chance under this is told to the organiser before the draw. */
export const rareChance = 1 / 200;

/**
 * How tight each quota is, before the draw: the smallest chance is computed again with one seat more room on each side of each
 * quota. Nothing when the quotas cannot be met at all; people whom no average contains do not count.
 */
export function measureTightness(
  request: DrawRequest,
  { solver, control }: { solver: Solver; control: DrawControl },
): Tightness | undefined {
  const pool = groupPeople(request);
  if (pool.seats <= 0 || pool.classes.length === 0) return undefined;
  const outer = new OuterBound(pool);
  const sides = quotaSides(pool);
  if (smallestChances(outer, { solver, sides, control, only: "itself" }) === undefined) return undefined;
  const ideal = leximinIdeal(outer, { solver, control });
  const chances = pool.classes.map(({ members }, at) => (ideal.expected[at] ?? 0) / members.length);
  for (const [at, chance] of chances.entries()) if (chance < 1e-9) outer.unreachable.add(at);
  const [minimum = 0, ...loosened] = smallestChances(outer, { solver, sides, control, only: "all" }) ?? [];
  const prices = sides.map(
    ({ side }, at): QuotaPrice => ({ ...side, gain: gainOf((loosened[at] ?? minimum) - minimum) }),
  );
  const rareIds = pool.classes.flatMap(({ members }, at) =>
    (chances[at] ?? 0) < rareChance ? members.map((person) => pool.people[person]?.id ?? "") : [],
  );
  return { minimum, prices: prices.sort((a, b) => b.gain - a.gain), rareIds };
}

/** Less than this is what linear programs are off by. */
function gainOf(rise: number): number {
  return rise > 1e-9 ? rise : 0;
}

interface Question {
  readonly solver: Solver;
  readonly sides: readonly SideRow[];
  readonly control: DrawControl;
  readonly only: "itself" | "all";
}

/**
 * The largest smallest chance under the quotas, then with one seat more room on each side in turn; nothing when the quotas cannot
 * be met on average.
 */
function smallestChances(outer: OuterBound, { solver, sides, control, only }: Question): number[] | undefined {
  const { pool } = outer;
  const width = pool.classes.length;
  const sizes = outer.sizes();
  const ones = (classes: readonly number[]): number[] => classes.map(() => 1);
  const firm = pool.rules
    .filter((rule) => rule.kind !== "quota")
    .map(({ classes, min, max }) => ({ lower: min, upper: max, columns: classes, values: ones(classes) }));
  const bounds = ({ side, limit }: SideRow, room: number): [number, number] =>
    side.bound === "min" ? [limit - room, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, limit + room];
  const quotas = sides.map((row) => {
    const [lower, upper] = bounds(row, 0);
    return { lower, upper, columns: row.classes, values: ones(row.classes) };
  });
  const levels = pool.classes.flatMap((_, at) => {
    const level = { lower: 0, upper: Number.POSITIVE_INFINITY, columns: [at, width], values: [1, -(sizes[at] ?? 0)] };
    return outer.unreachable.has(at) ? [] : [level];
  });
  const model = {
    costs: [...new Float64Array(width), 1],
    lower: new Float64Array(width + 1),
    upper: [...pool.classes.map(({ cap }) => cap), 1],
    rows: [...firm, ...quotas, ...levels],
  };
  return withModel(solver, model, (opened) => {
    const smallest = (): number | undefined => {
      const solution = opened.solve();
      return solution.status === "optimal" ? solution.objective : undefined;
    };
    const itself = smallest();
    if (itself === undefined || only === "itself") return itself === undefined ? undefined : [itself];
    const loosened = sides.map((row, at) => {
      leaveIfStopped(control);
      control.report({ step: "check", done: at, of: sides.length, bound: itself });
      opened.setRowBounds(firm.length + at, ...bounds(row, 1));
      const chance = smallest() ?? itself;
      opened.setRowBounds(firm.length + at, ...bounds(row, 0));
      return chance;
    });
    return [itself, ...loosened];
  });
}
