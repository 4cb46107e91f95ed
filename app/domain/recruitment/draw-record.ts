import type { ValueRow } from "../sortition/report-draw";
import { type LotteryFigures, lotteryFigures } from "./draw-detail";
import type { ComputedResult } from "./kept-lottery";

/** What is kept of a draw besides who was drawn: counts and measures, nobody's name or id. */
export interface DrawRecord {
  readonly version: 1;
  /** Whether chances were made equal; otherwise the measures below say nothing. */
  readonly equalised: boolean;
  readonly people: number;
  readonly minProbability: number;
  readonly maxProbability: number;
  readonly gini: number;
  readonly geometricMean: number;
  readonly proof: { readonly exact: boolean; readonly bound: number; readonly gap: number };
  readonly panels: number;
  readonly unreachable: number;
  readonly addressUnknown: number;
  /** Seats filled by this draw, the others being kept. */
  readonly drawn: number;
  readonly values: readonly ValueRow[];
  /** The list of equally likely panels; draws of the first days have none. */
  readonly lottery?: LotteryFigures;
}

/** The record of a result; `people` in the pool, `kept` seats that were not drawn anew. */
export function recordDraw(result: ComputedResult, { people, kept }: { people: number; kept: number }): DrawRecord {
  const { equalised, minProbability, maxProbability, gini, geometricMean, panels } = result;
  const { exact, bound, gap } = result.proof;
  const out = new Set([...result.unreachableIds, ...result.excludedIds]);
  return {
    version: 1,
    equalised,
    people,
    minProbability,
    maxProbability,
    gini,
    geometricMean,
    proof: { exact, bound, gap },
    panels,
    unreachable: result.unreachableIds.length,
    addressUnknown: result.addressUnknownIds.length,
    drawn: result.drawnIds.length - kept,
    values: result.report.values,
    ...(result.lottery && { lottery: lotteryFigures(result.lottery, out) }),
  };
}
