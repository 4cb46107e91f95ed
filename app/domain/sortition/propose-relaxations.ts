import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { Quota } from "./draw-request";
import type { Pool } from "./group-people";
import { elasticModel, quotaSides, type SideRow } from "./quota-sides";
import { type LinearModel, type LinearRow, type Solver, withModel } from "./solver";

export interface QuotaChange {
  readonly feature: string;
  readonly value: string;
  readonly bound: "min" | "max";
  readonly from: number;
  readonly to: number;
}

/** A way to make the draw possible, and its price. */
export interface Relaxation {
  readonly changes: readonly QuotaChange[];
  /** Seats by which bounds move, in all. */
  readonly seats: number;
  /** The weight of sortition-algorithms: 1 per seat a maximum rises, 1 + 2/min per seat a minimum falls. */
  readonly weight: number;
  /** Whether a bound leaves its flexible range (there is no way inside). */
  readonly beyondFlex: boolean;
}

const proposals = 3;

/**
 * The least relaxation (fewest seats moved, then least weight) and up to two alternatives that move other bounds,
 * inside the flexible bounds if any way lies there. Empty when no change of quotas helps.
 */
export function proposeRelaxations(pool: Pool, solver: Solver, control: DrawControl): Relaxation[] {
  const sides = quotaSides(pool);
  const within = search(pool, sides, { solver, control, beyondFlex: false });
  return within.length > 0 ? within : search(pool, sides, { solver, control, beyondFlex: true });
}

interface Search {
  readonly solver: Solver;
  readonly control: DrawControl;
  readonly beyondFlex: boolean;
}

function search(pool: Pool, sides: readonly SideRow[], { solver, control, beyondFlex }: Search): Relaxation[] {
  const found: Relaxation[] = [];
  const supports: number[][] = [];
  const costs = sides.map(({ side }) => 1 + (side.bound === "min" ? 2 / side.seats : 0) / 1000);
  const room = (at: number): number => {
    const side = sides[at];
    if (!side) return 0;
    const most = side.side.bound === "min" ? side.side.seats : Math.max(0, pool.seats - side.limit);
    return beyondFlex ? most : Math.min(most, Math.max(0, side.room));
  };
  while (found.length < proposals) {
    leaveIfStopped(control);
    const model = withoutSupports(elasticModel(pool, sides, { costs, room, whole: true }), {
      classes: pool.classes.length,
      supports,
      room,
    });
    const moved = withModel(solver, model, (opened) => {
      const solution = opened.solve();
      return solution.status === "optimal" ? solution.values : undefined;
    });
    if (!moved) break;
    const units = sides.map((_, at) => Math.round(moved[pool.classes.length + at] ?? 0));
    supports.push(units.flatMap((unit, at) => (unit > 0 ? [at] : [])));
    found.push(relaxationOf(sides, units, beyondFlex));
    if (supports.at(-1)?.length === 0) break;
  }
  return found.filter(({ changes }) => changes.length > 0);
}

/** Forbids moving all sides of a support found before: a switch column per side says whether it moves. */
function withoutSupports(
  model: LinearModel,
  { classes, supports, room }: { classes: number; supports: readonly number[][]; room: (side: number) => number },
): LinearModel {
  if (supports.length === 0) return model;
  const used = [...new Set(supports.flat())];
  const width = model.costs.length;
  const place = new Map(used.map((side, at) => [side, width + at]));
  const switches = used.map((side): LinearRow => {
    const columns = [classes + side, place.get(side) ?? 0];
    return { lower: Number.NEGATIVE_INFINITY, upper: 0, columns, values: [1, -Math.max(1, room(side))] };
  });
  const bans = supports.map((support): LinearRow => {
    const columns = support.map((side) => place.get(side) ?? 0);
    const values = support.map(() => 1);
    return { lower: Number.NEGATIVE_INFINITY, upper: support.length - 1, columns, values };
  });
  return {
    ...model,
    costs: [...Array.from(model.costs), ...used.map(() => 0)],
    lower: new Float64Array(width + used.length),
    upper: [...Array.from(model.upper), ...used.map(() => 1)],
    rows: [...model.rows, ...switches, ...bans],
  };
}

function relaxationOf(sides: readonly SideRow[], units: readonly number[], beyondFlex: boolean): Relaxation {
  let weight = 0;
  const changes = sides.flatMap(({ side }, at): QuotaChange[] => {
    const unit = units[at] ?? 0;
    if (unit === 0) return [];
    weight += side.bound === "min" ? unit * (1 + 2 / side.seats) : unit;
    const to = side.bound === "min" ? side.seats - unit : side.seats + unit;
    return [{ feature: side.feature, value: side.value, bound: side.bound, from: side.seats, to }];
  });
  return { changes, seats: units.reduce((sum, unit) => sum + unit, 0), weight, beyondFlex };
}

/** The quotas with a relaxation applied; flexible bounds widen with them where they must. */
export function relaxQuotas(quotas: readonly Quota[], { changes }: Pick<Relaxation, "changes">): Quota[] {
  return quotas.map((quota) => {
    let { min, max, minFlex, maxFlex } = quota;
    for (const change of changes) {
      if (change.feature !== quota.feature || change.value !== quota.value) continue;
      if (change.bound === "min") min = change.to;
      else max = change.to;
    }
    if (minFlex !== undefined) minFlex = Math.min(minFlex, min);
    if (maxFlex !== undefined) maxFlex = Math.max(maxFlex, max);
    return { ...quota, min, max, ...(minFlex !== undefined && { minFlex }), ...(maxFlex !== undefined && { maxFlex }) };
  });
}
