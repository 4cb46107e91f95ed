import type { RefusalData } from "../kernel/refusal";
import { refuse } from "../kernel/result";
import { confirmedTogether } from "./confirmed-together";
import type { DrawControl } from "./draw-control";
import type { DrawRequest, Infeasible, InfeasibleCode } from "./draw-request";
import type { Pool } from "./group-people";
import { nameClash } from "./name-clash";
import { proposeRelaxations, type Relaxation } from "./propose-relaxations";
import type { QuotaSide } from "./quota-sides";
import { valuesByFeature } from "./validate-request";

/** Why no panel exists, and what would make one possible. */
export interface Impossible {
  readonly reasons: readonly Infeasible[];
  /** A smallest set of quota bounds that no panel meets together. */
  readonly clash: readonly QuotaSide[];
  readonly relaxations: readonly Relaxation[];
  /** The most seats that people and households allow, when there are fewer than asked for. */
  readonly mostSeats?: number;
}

/**
 * Explains a pool that has no panel: every plain reason, a smallest clash, the least relaxation and its alternatives. Where confirmed
 * people share an address no change of quotas helps, and none is proposed.
 */
export function explainInfeasible(
  request: DrawRequest,
  pool: Pool,
  { solver, control }: { solver: Parameters<typeof nameClash>[1]; control: DrawControl },
): Impossible {
  const reasons = plainReasons(request, pool);
  const together = confirmedTogether(request);
  if (together.length > 0) return { reasons: [...reasons, ...together], clash: [], relaxations: [] };
  const mostSeats = pool.confirmed.length + mostPeople(pool);
  if (pool.seats < 0 || mostSeats < request.seats) return { reasons, clash: [], relaxations: [], mostSeats };
  const clash = nameClash(pool, solver, control);
  if (clash.length > 1 || reasons.length === 0) {
    const bounds = clash.map(({ feature, value, bound, seats }) => `${feature}: ${value} ${bound} ${seats}`);
    reasons.push(refuse("quotas-clash", { bounds }).refusal);
  }
  return { reasons, clash, relaxations: proposeRelaxations(pool, solver, control) };
}

/** The reasons that counting shows, all of them; empty when the quotas only clash together. */
export function plainReasons(request: DrawRequest, pool: Pool): Infeasible[] {
  const reasons: Infeasible[] = [];
  const say = (code: InfeasibleCode, data: RefusalData): void => {
    reasons.push(refuse(code, data).refusal);
  };
  const { seats } = request;
  const people = pool.people.length - pool.barred.length;
  const homes = pool.confirmed.length + mostPeople(pool);
  if (pool.seats < 0) say("more-confirmed-than-seats", { seats, confirmed: pool.confirmed.length });
  if (people < seats) say("more-seats-than-people", { seats, people });
  else if (homes < seats) say("more-seats-than-households", { seats, households: homes });
  request.quotas.forEach(({ feature, value, min, max }, at) => {
    const rule = pool.rules.find((one) => one.quota === at);
    const taken = pool.taken[at] ?? 0;
    const inPool = taken + (rule ? mostOf(pool, rule.classes) : 0);
    if (min > inPool) say("quota-unreachable", { feature, value, needed: min, inPool });
    if (taken > max) say("confirmed-over-quota", { feature, value, max, confirmed: taken });
  });
  for (const feature of valuesByFeature(request.quotas).keys()) {
    const own = request.quotas.filter((quota) => quota.feature === feature);
    const minima = own.reduce((sum, quota) => sum + quota.min, 0);
    const maxima = own.reduce((sum, quota) => sum + quota.max, 0);
    if (minima > seats) say("minima-over-seats", { feature, minima, seats });
    if (maxima < seats) say("maxima-under-seats", { feature, maxima, seats });
  }
  return reasons;
}

function mostPeople(pool: Pool): number {
  return mostOf(
    pool,
    pool.classes.map((_, at) => at),
  );
}

/** How many people of these classes one panel can hold, household by household. */
function mostOf(pool: Pool, classes: readonly number[]): number {
  const patterns = new Set<number>();
  let most = 0;
  for (const at of classes) {
    const one = pool.classes[at];
    if (one?.pattern === undefined) most += one?.cap ?? 0;
    else patterns.add(one.pattern);
  }
  for (const pattern of patterns) most += pool.patterns[pattern]?.households.length ?? 0;
  return most;
}
