import { canonicalJson } from "../kernel/canonical-json";
import type { Quota } from "../sortition/draw-request";

/** What a proposal to change quotas was computed for. */
export interface DrawBasis {
  readonly seats: number;
  /** Which import the volunteers came from. */
  readonly importBatch: string | null;
  readonly quotas: readonly Quota[];
  /** Who keeps a seat and who cannot be drawn, when seats are replaced. */
  readonly confirmedIds?: readonly string[];
  readonly excludedIds?: readonly string[];
}

/** Rises when what is kept of a forecast takes another shape: those kept before then count as not made. */
const version = 1;

/** The text that tells two situations apart: the same seats, volunteers, quotas and seated people give the same text. */
export function basisText({ seats, importBatch, quotas, confirmedIds = [], excludedIds = [] }: DrawBasis): string {
  const sorted = [...quotas].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return canonicalJson({
    version,
    seats,
    importBatch,
    quotas: sorted,
    confirmedIds: [...confirmedIds].sort(),
    excludedIds: [...excludedIds].sort(),
  });
}

const nameOf = ({ feature, value }: Quota): string => JSON.stringify([feature, value]);
