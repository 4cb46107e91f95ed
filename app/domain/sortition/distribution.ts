import type { PanelCounts } from "./check-panel";
import type { DrawProof } from "./draw-result";

/** A distribution over panels, per class: what an algorithm answers before people are dealt in. */
export interface Distribution {
  /** Seats each class has on average. */
  readonly expected: Float64Array;
  readonly panels: readonly PanelCounts[];
  /** How likely each panel is; sums to 1. */
  readonly shares: Float64Array;
  /** Classes that no panel contains. */
  /** Panels in an order whose every beginning is near the expected seats, if the search made one. */
  readonly herd?: readonly PanelCounts[];
  readonly unreachable: ReadonlySet<number>;
  readonly proof: DrawProof;
}
