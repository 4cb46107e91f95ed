import type { Refusal } from "../kernel/refusal";

/** Somebody of the pool as the draw sees them: a value per feature, and the raw address cells if households count. */
export interface DrawCandidate {
  readonly id: string;
  readonly features: Readonly<Record<string, string>>;
  /** The cells of all household columns, as written; compared without case, accents and surplus spaces. */
  readonly household?: readonly string[];
}

/** How many seats a value may have. `minFlex` and `maxFlex` limit what a proposal may change; they never apply by themselves. */
export interface Quota {
  readonly feature: string;
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly minFlex?: number;
  readonly maxFlex?: number;
}

export const drawAlgorithms = ["leximin", "maximin", "nash", "goldilocks", "diversimax", "quick"] as const;
export type DrawAlgorithm = (typeof drawAlgorithms)[number];

/** Everything a draw depends on: same request, same result. */
export interface DrawRequest {
  readonly people: readonly DrawCandidate[];
  readonly quotas: readonly Quota[];
  readonly seats: number;
  /** At most one person per household; a person with any blank cell lives alone. */
  readonly households?: boolean;
  /** People who must be in every panel (already confirmed); they count towards seats and quotas. */
  readonly confirmedIds?: readonly string[];
  /** People who may be in no panel. */
  readonly excludedIds?: readonly string[];
  readonly algorithm: DrawAlgorithm;
  readonly seed: string;
  /** Panels in the lottery: 1,000 unless told; 0 for none. */
  readonly lottery?: number;
}

/** Why a request cannot be drawn at all: something in it is wrong. */
export type BadRequestCode =
  | "seats-not-whole"
  | "no-people"
  | "no-quotas"
  | "quota-not-whole"
  | "quota-min-over-max"
  | "quota-flex-order"
  | "quota-doubled"
  | "feature-missing"
  | "value-missing"
  | "value-unknown"
  | "person-doubled"
  | "person-unknown"
  | "person-confirmed-and-excluded"
  | "lottery-size";

/** Why a well-formed request has no panel. */
export type InfeasibleCode =
  | "more-seats-than-people"
  | "more-seats-than-households"
  | "quota-unreachable"
  | "minima-over-seats"
  | "maxima-under-seats"
  | "confirmed-over-quota"
  | "more-confirmed-than-seats"
  | "confirmed-share-household"
  | "quotas-clash";

export type BadRequest = Refusal<BadRequestCode>;
export type Infeasible = Refusal<InfeasibleCode>;
