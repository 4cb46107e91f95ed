import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { Pool } from "./group-people";
import { elasticModel, type QuotaSide, quotaSides, type SideRow } from "./quota-sides";
import { type Solver, type SolverModel, withModel } from "./solver";

/** Searches at most, and in whole numbers fewer the more classes there are: each takes longer then. */
const rounds = 250;
const wholeEffort = 20_000;
/** A clash of two is as small as it gets: what a single quota asks for in vain is found by counting. */
const smallest = 2;

/**
 * A smallest set of quota bounds that no panel meets together; empty when the quotas are not at fault. First among the sets that not
 * even an average meets, which is quick; then in whole numbers, where smaller sets can clash.
 */
export function nameClash(pool: Pool, solver: Solver, control: DrawControl): QuotaSide[] {
  const sides = quotaSides(pool);
  const tools = { solver, control };
  const onAverage = firmIn(pool, sides, { solver, whole: false })
    ? undefined
    : clashOf(pool, sides, { ...tools, whole: false });
  if (onAverage && onAverage.size <= smallest) return sidesOf(sides, onAverage);
  const most = onAverage ? Math.min(rounds, Math.ceil(wholeEffort / pool.classes.length)) : rounds;
  const inWhole = clashOf(pool, sides, { ...tools, whole: true, most });
  return sidesOf(sides, inWhole ?? onAverage ?? new Set());
}

interface ClashTools {
  readonly solver: Solver;
  readonly control: DrawControl;
  readonly whole: boolean;
  /** Rounds after which nothing is answered; without it, a set that is merely irreducible. */
  readonly most?: number;
}

/** Hitting sets and correction sets by turns: a set that hits every way out found so far, until nothing satisfies it. */
function clashOf(pool: Pool, sides: readonly SideRow[], { solver, control, whole, most }: ClashTools) {
  const costs = sides.map(() => 1);
  const room = (): number => Number.POSITIVE_INFINITY;
  return withModel(solver, elasticModel(pool, sides, { costs, room, whole }), (model): Set<number> | undefined => {
    const open = pool.classes.map((one) => one.cap);
    const ways: number[][] = [];
    for (let round = 0; round < (most ?? rounds); round++) {
      leaveIfStopped(control);
      const chosen = new Set(smallestHit(sides.length, ways, solver));
      let way = missed(model, { open, sides, firm: chosen });
      if (!way) return chosen;
      if (way.length === 0) return new Set();
      while (way && way.length > 0) {
        ways.push(way);
        for (const side of way) chosen.add(side);
        way = missed(model, { open, sides, firm: chosen });
      }
    }
    if (most !== undefined && most < rounds) return undefined;
    return thinOut(model, { open, sides, firm: new Set(sides.keys()) });
  });
}

interface Question {
  readonly open: readonly number[];
  readonly sides: readonly SideRow[];
  readonly firm: ReadonlySet<number>;
}

/** Which sides a panel that keeps the firm ones must miss; nothing when no panel keeps them. */
function missed(model: SolverModel, { open, sides, firm }: Question): number[] | undefined {
  const upper = [...open, ...sides.map((_, at) => (firm.has(at) ? 0 : Number.POSITIVE_INFINITY))];
  model.setColumnBounds(new Float64Array(upper.length), upper);
  const solution = model.solve();
  if (solution.status === "infeasible") return undefined;
  if (solution.status !== "optimal") throw new Error(`clash: solver answered ${solution.status}`);
  return sides.flatMap((_, at) => ((solution.values[open.length + at] ?? 0) > 1e-6 ? [at] : []));
}

function thinOut(model: SolverModel, question: Question): Set<number> {
  const kept = new Set(question.firm);
  for (const side of question.firm) {
    kept.delete(side);
    if (missed(model, { ...question, firm: kept })) kept.add(side);
  }
  return kept;
}

function smallestHit(count: number, ways: readonly (readonly number[])[], solver: Solver): number[] {
  if (ways.length === 0) return [];
  const model = {
    costs: new Float64Array(count).fill(-1),
    lower: new Float64Array(count),
    upper: new Float64Array(count).fill(1),
    rows: ways.map((way) => ({
      lower: 1,
      upper: Number.POSITIVE_INFINITY,
      columns: way,
      values: new Float64Array(way.length).fill(1),
    })),
    whole: true as const,
  };
  return withModel(solver, model, (opened) => {
    const solution = opened.solve();
    if (solution.status !== "optimal") throw new Error(`hitting set: solver answered ${solution.status}`);
    return Array.from(solution.values).flatMap((value, at) => (value > 0.5 ? [at] : []));
  });
}

function firmIn(pool: Pool, sides: readonly SideRow[], { solver, whole }: { solver: Solver; whole: boolean }): boolean {
  const costs = sides.map(() => Number.POSITIVE_INFINITY);
  const model = elasticModel(pool, sides, { costs, room: () => 0, whole });
  return withModel(solver, model, (opened) => opened.solve().status !== "infeasible");
}

function sidesOf(sides: readonly SideRow[], chosen: ReadonlySet<number>): QuotaSide[] {
  return [...chosen].sort((a, b) => a - b).flatMap((at) => sides[at]?.side ?? []);
}
