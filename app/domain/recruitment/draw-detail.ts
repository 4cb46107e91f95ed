import type { IntersectionRow, StepTime } from "../sortition/report-draw";
import type { ComputedResult, KeptLottery } from "./kept-lottery";

/** Counts beside the record: nobody's id. Kept for good. */
export interface DrawCounts {
  readonly intersections: readonly IntersectionRow[];
  readonly steps: readonly StepTime[];
}

/** Who was in the pool of a draw, under their random ids: deleted with the volunteers who were not drawn. */
export interface DrawPeople {
  readonly unreachableIds: readonly string[];
  readonly addressUnknownIds: readonly string[];
  /** Sorted; beside each id the selection probability, and in how many panels of the lottery it is. */
  readonly ids: readonly string[];
  readonly chances: readonly number[];
  readonly counts: readonly number[];
}

/** The parts of a result that are kept beside its record. */
export function detailOf(result: ComputedResult): {
  readonly counts: DrawCounts;
  readonly people: DrawPeople;
  readonly panels: string;
} {
  const { lottery, probabilities, unreachableIds, addressUnknownIds, report } = result;
  const ids = lottery?.ids ?? [...probabilities.keys()].sort();
  return {
    counts: { intersections: report.intersections, steps: report.steps },
    people: {
      unreachableIds,
      addressUnknownIds,
      ids,
      chances: ids.map((id) => probabilities.get(id) ?? 0),
      counts: lottery?.counts ?? [],
    },
    panels: lottery?.panels ?? "",
  };
}

/** What the record says of the lottery; draws of the first days say neither its place nor who is least in it. */
export interface LotteryFigures
  extends Pick<KeptLottery, "size" | "hash" | "distinctPanels" | "loss" | "proposedSize"> {
  /** The panel that was drawn, from 0. */
  readonly place?: number | undefined;
  /** In how many panels whoever is in fewest of them is: those whom no panel can contain, and those who may not be drawn, apart. */
  readonly least?: number | undefined;
  /** How many of these people are in no panel at all. */
  readonly leftOut?: number | undefined;
}

export function lotteryFigures(lottery: KeptLottery, outIds: ReadonlySet<string>): LotteryFigures {
  const { size, hash, distinctPanels, loss, proposedSize, place, ids, counts } = lottery;
  const own = counts.filter((_, at) => !outIds.has(ids[at] ?? ""));
  const least = own.reduce((fewest, count) => Math.min(fewest, count), size);
  const leftOut = own.filter((count) => count === 0).length;
  return { size, hash, distinctPanels, loss, proposedSize, place, least, leftOut };
}
