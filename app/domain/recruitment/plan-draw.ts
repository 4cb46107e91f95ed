import { canonicalJson } from "../kernel/canonical-json";
import { seededRandom, shuffled } from "../kernel/random";
import { accept, type Result, refuse } from "../kernel/result";
import type { DrawAlgorithm, DrawCandidate, DrawRequest, Quota } from "../sortition/draw-request";
import { householdKey } from "../sortition/household-key";
import { alternatesRequest, replacementRequest } from "../sortition/replace-people";
import { holdsSeat, type InvitationTerms, isVacant } from "./invitation";

/** A candidate as the draw needs them. */
export interface PoolCandidate {
  readonly id: string;
  readonly features: Readonly<Record<string, string>>;
  readonly household: readonly string[];
}

/** Somebody drawn before, and what became of their invitation. */
export interface DrawnBefore extends InvitationTerms {
  readonly candidateId: string;
}

export interface DrawPlan {
  /** From `pseudonymous`. */
  readonly people: readonly DrawCandidate[];
  readonly quotas: readonly Quota[];
  readonly seats: number;
  readonly algorithm: DrawAlgorithm;
  readonly seed: string;
  /** Panels in the lottery; 1,000 unless told. */
  readonly lottery?: number;
}

/** What is to be computed for a first draw, or one that replaces it. */
export function planDraw({ people, quotas, seats, algorithm, seed, lottery }: DrawPlan): DrawRequest {
  const households = people.some(({ household }) => household !== undefined);
  return { people, quotas, seats, households, algorithm, seed, ...(lottery !== undefined && { lottery }) };
}

/** Who keeps a seat, and who cannot be drawn any more. */
export interface SeatsKept {
  readonly stayingIds: readonly string[];
  readonly goneIds: readonly string[];
}

/** Who holds a seat or may still take one keeps it; who gave theirs up, or lost it by silence, is out. Both sorted. */
export function seatsKept(drawnBefore: readonly DrawnBefore[]): SeatsKept {
  const holding = new Set(drawnBefore.filter(holdsSeat).map(({ candidateId }) => candidateId));
  const gone = drawnBefore.map(({ candidateId }) => candidateId).filter((id) => !holding.has(id));
  return { stayingIds: [...holding].sort(), goneIds: [...new Set(gone)].sort() };
}

/**
 * What is to be computed to fill the vacant seats, as fairly as the first draw; `round` counts the replacements of the assembly from 1.
 * Refuses `nothing-vacant`.
 */
export function planReplacement(
  plan: DrawPlan,
  { drawnBefore, round }: { readonly drawnBefore: readonly DrawnBefore[]; readonly round: number },
): Result<{ readonly request: DrawRequest; readonly vacant: number }, "nothing-vacant"> {
  const { stayingIds, goneIds } = seatsKept(drawnBefore);
  if (!drawnBefore.some(isVacant) || stayingIds.length >= plan.seats) return refuse("nothing-vacant");
  const request = replacementRequest(planDraw(plan), { stayingIds, declinedIds: goneIds, round });
  return accept({ request, vacant: plan.seats - stayingIds.length });
}

/**
 * What is to be computed for `count` alternates: from those never drawn, with the quotas in proportion.
 * Refuses `alternates-out-of-range` with the most there may be.
 */
export function planAlternates(
  plan: DrawPlan,
  { drawnBefore, count }: { readonly drawnBefore: readonly DrawnBefore[]; readonly count: number },
): Result<{ readonly request: DrawRequest }, "alternates-out-of-range"> {
  const panelIds = [...new Set(drawnBefore.map(({ candidateId }) => candidateId))].sort();
  const most = Math.min(plan.seats, plan.people.length - panelIds.length);
  if (!Number.isInteger(count) || count < 1 || count > most) {
    return refuse("alternates-out-of-range", { most: Math.max(0, most) }, "count");
  }
  return accept({ request: alternatesRequest(planDraw(plan), { panelIds, count }) });
}

/** Alternates in the order in which they are asked: their panel, shuffled by the draw's own seed. */
export function orderAlternates(drawnIds: readonly string[], seed: string): string[] {
  return shuffled([...drawnIds].sort(), seededRandom(`hemicycle alternates 1: ${seed}`));
}

/** The text of a request that is recorded and hashed: same pool, quotas and seed, same text. */
export function recordedInputs(request: DrawRequest): string {
  return canonicalJson({ version: 1, ...request });
}

/** A request from its recorded text. */
export function requestFrom(inputs: string): DrawRequest {
  const { version: _, ...request } = JSON.parse(inputs) as DrawRequest & { readonly version: number };
  return request;
}

/**
 * People as the draw and its record may know them: under their random ids, with addresses as numbers (the same number, the same
 * address), and only with the features that have quotas. In the order of the ids.
 */
export function pseudonymous(
  candidates: readonly PoolCandidate[],
  quotas: readonly Pick<Quota, "feature">[],
): DrawCandidate[] {
  const features = [...new Set(quotas.map(({ feature }) => feature))];
  const homes = new Map<string, string>();
  const sorted = [...candidates].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return sorted.map((candidate) => {
    const own = features.filter((feature) => Object.hasOwn(candidate.features, feature));
    const values = Object.fromEntries(own.map((feature) => [feature, candidate.features[feature] ?? ""]));
    const key = householdKey(candidate.household);
    if (key === undefined) return { id: candidate.id, features: values };
    const home = homes.get(key) ?? String(homes.size + 1);
    homes.set(key, home);
    return { id: candidate.id, features: values, household: [home] };
  });
}
