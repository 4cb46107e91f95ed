import type { BadRequest, DrawAlgorithm } from "./draw-request";
import type { Impossible } from "./explain-infeasible";
import type { DrawReport } from "./report-draw";

/** How far the result can be from the best there is, in selection probability; exact within 1e-7 counts as proven. */
export interface DrawProof {
  readonly exact: boolean;
  /** No distribution has a larger minimum than this. */
  readonly bound: number;
  /** Largest shortfall of anybody's probability against the ideal, or of the objective where it is not a probability. */
  readonly gap: number;
}

/** A list of equally likely panels, numbered from 0, each of them valid. */
export interface PanelLottery {
  /** Ids of each panel, sorted. */
  readonly panels: readonly (readonly string[])[];
  /** In how many panels each person is; people in none are listed with 0. */
  readonly counts: ReadonlyMap<string, number>;
  /** The share of the smallest probability that this many panels cannot express. */
  readonly loss: number;
  /** 10,000 when the loss is over 3 %. */
  readonly proposedSize: number;
  readonly distinctPanels: number;
  /** The panel that is drawn: `drawnPlace` of the seed. */
  readonly place: number;
}

export interface DrawResult {
  readonly algorithm: DrawAlgorithm;
  readonly seats: number;
  readonly seed: string;
  /** The algorithm's own selection probability of every person. */
  readonly probabilities: ReadonlyMap<string, number>;
  /** People whom no valid panel contains, other than the excluded. */
  readonly unreachableIds: readonly string[];
  readonly excludedIds: readonly string[];
  /** People with a blank in their address: counted as living alone. */
  readonly addressUnknownIds: readonly string[];
  /** Smallest probability of those whom a panel can contain. */
  readonly minProbability: number;
  readonly maxProbability: number;
  readonly gini: number;
  readonly geometricMean: number;
  readonly proof: DrawProof;
  /** Distinct panels (seats per class) the distribution uses. */
  readonly panels: number;
  readonly lottery?: PanelLottery;
  /** One panel, taken from the lottery (or the distribution) by the seed. */
  readonly drawnIds: readonly string[];
  readonly report: DrawReport;
  /** Whether chances were made equal at all: DIVERSIMAX and QUICK do not. */
  readonly equalised: boolean;
}

export type DrawOutcome =
  | { readonly status: "drawn"; readonly result: DrawResult }
  | { readonly status: "refused"; readonly refusals: readonly BadRequest[] }
  | { readonly status: "infeasible"; readonly impossible: Impossible }
  | { readonly status: "stopped"; readonly result?: DrawResult };
