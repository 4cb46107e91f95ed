import type { DrawResult } from "../sortition/draw-result";
import type { ValueRow } from "../sortition/report-draw";

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
}

/** The record of a result; `people` in the pool, `kept` seats that were not drawn anew. */
export function recordDraw(result: DrawResult, { people, kept }: { people: number; kept: number }): DrawRecord {
  const { equalised, minProbability, maxProbability, gini, geometricMean, panels } = result;
  const { exact, bound, gap } = result.proof;
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
  };
}

export function drawRecordFrom(text: string): DrawRecord {
  return JSON.parse(text) as DrawRecord;
}
