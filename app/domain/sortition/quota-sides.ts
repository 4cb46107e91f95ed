import type { Pool } from "./group-people";
import { panelRows } from "./panel-model";
import type { LinearModel, LinearRow } from "./solver";

/** One bound of one quota: what can clash, and what a relaxation moves. */
export interface QuotaSide {
  readonly feature: string;
  readonly value: string;
  readonly bound: "min" | "max";
  readonly seats: number;
}

/** A side with the classes it counts and the seats that are left for it after the confirmed. */
export interface SideRow {
  readonly side: QuotaSide;
  readonly classes: readonly number[];
  readonly limit: number;
  /** How far a proposal may move the side within the flexible bounds. */
  readonly room: number;
}

/** Every side of every quota that can bind at all. */
export function quotaSides(pool: Pool): SideRow[] {
  const sides: SideRow[] = [];
  for (const rule of pool.rules) {
    if (rule.kind !== "quota" || rule.quota === undefined) continue;
    const quota = pool.quotas[rule.quota];
    if (!quota) continue;
    const { feature, value, min, max } = quota;
    const held = pool.taken[rule.quota] ?? 0;
    if (min > held) {
      const room = min - (quota.minFlex ?? 0);
      sides.push({
        side: { feature, value, bound: "min", seats: min },
        classes: rule.classes,
        limit: min - held,
        room,
      });
    }
    if (max - held < pool.seats) {
      const room = (quota.maxFlex ?? Number.POSITIVE_INFINITY) - max;
      sides.push({
        side: { feature, value, bound: "max", seats: max },
        classes: rule.classes,
        limit: max - held,
        room,
      });
    }
  }
  return sides;
}

/**
 * Panels that may miss some sides: one slack column per side after the classes, costing `costs[side]` per seat missed.
 * A cost of Infinity makes the side firm. `free` slacks have no upper limit but the given one.
 */
export function elasticModel(
  pool: Pool,
  sides: readonly SideRow[],
  { costs, room, whole }: { costs: readonly number[]; room: (side: number) => number; whole: boolean },
): LinearModel {
  const width = pool.classes.length;
  const firm = panelRows({ ...pool, rules: pool.rules.filter((rule) => rule.kind !== "quota") });
  const soft = sides.map(({ side, classes, limit }, at): LinearRow => {
    const slack = side.bound === "min" ? 1 : -1;
    const columns = [...classes, width + at];
    const values = [...classes.map(() => 1), slack];
    return side.bound === "min"
      ? { lower: limit, upper: Number.POSITIVE_INFINITY, columns, values }
      : { lower: Number.NEGATIVE_INFINITY, upper: limit, columns, values };
  });
  return {
    costs: [...pool.classes.map(() => 0), ...costs.map((cost) => (Number.isFinite(cost) ? -cost : 0))],
    lower: new Float64Array(width + sides.length),
    upper: [
      ...pool.classes.map((one) => one.cap),
      ...costs.map((cost, at) => (Number.isFinite(cost) ? Math.max(0, room(at)) : 0)),
    ],
    rows: [...firm, ...soft],
    ...(whole && { whole }),
  };
}
