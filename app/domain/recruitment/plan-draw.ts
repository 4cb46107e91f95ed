import { canonicalJson } from "../kernel/canonical-json";
import { accept, type Result, refuse } from "../kernel/result";
import type { DrawAlgorithm, DrawCandidate, DrawRequest, Quota } from "../sortition/draw-request";
import { householdKey } from "../sortition/household-key";
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
}

/** What is to be computed for a first draw, or one that replaces it. */
export function planDraw({ people, quotas, seats, algorithm, seed }: DrawPlan): DrawRequest {
  const households = people.some(({ household }) => household !== undefined);
  return { people, quotas, seats, households, algorithm, seed };
}

/**
 * What is to be computed to fill the vacant seats: who holds a seat or may still take one keeps it, who gave theirs up (or lost it
 * by silence) cannot be drawn again. Refuses `nothing-vacant`.
 */
export function planReplacement(
  plan: DrawPlan,
  drawnBefore: readonly DrawnBefore[],
): Result<{ readonly request: DrawRequest; readonly vacant: number }, "nothing-vacant"> {
  const holders = drawnBefore.filter(holdsSeat).map(({ candidateId }) => candidateId);
  const vacant = drawnBefore.filter(isVacant).length;
  if (vacant === 0 || holders.length >= plan.seats) return refuse("nothing-vacant");
  const holding = new Set(holders);
  const gone = drawnBefore.map(({ candidateId }) => candidateId).filter((id) => !holding.has(id));
  const confirmedIds = [...holding].sort();
  const excludedIds = [...new Set(gone)].sort();
  return accept({ request: { ...planDraw(plan), confirmedIds, excludedIds }, vacant: plan.seats - holding.size });
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
