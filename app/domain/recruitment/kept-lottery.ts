import type { DrawOutcome, DrawResult, PanelLottery } from "../sortition/draw-result";

/** A lottery as it is kept and passed on: people by their place in `ids`, one panel a line, so that a million seats are one text. */
export interface KeptLottery {
  readonly size: number;
  /** Everybody who was in the pool, sorted. */
  readonly ids: readonly string[];
  /** In how many panels each of them is. */
  readonly counts: readonly number[];
  /** A line per panel: the places of its people, separated by commas. */
  readonly panels: string;
  readonly distinctPanels: number;
  /** The panel that is drawn, from 0. */
  readonly place: number;
  /** The share of the smallest chance that this many panels cannot express, and how many would. */
  readonly loss: number;
  readonly proposedSize: number;
  /** SHA-256 of the canonical lottery, in hexadecimal digits. */
  readonly hash: string;
}

/** A result without its thousand lists of people, which are kept as one text. */
export interface ComputedResult extends Omit<DrawResult, "lottery"> {
  readonly lottery?: KeptLottery;
}

/** How a draw ended, as it leaves the thread that computed it. */
export type ComputedDraw =
  | Exclude<DrawOutcome, { readonly status: "drawn" | "stopped" }>
  | { readonly status: "drawn"; readonly result: ComputedResult }
  | { readonly status: "stopped"; readonly result?: ComputedResult }
  /** It did not say in time what it had found, or could not any more. */
  | { readonly status: "unanswered" };

/** Packs a lottery; `hash` is its fingerprint. */
export function keepLottery(lottery: PanelLottery, hash: string): KeptLottery {
  const { panels, counts, loss, proposedSize, distinctPanels, place } = lottery;
  const ids = [...counts.keys()].sort();
  const placeOf = new Map(ids.map((id, at) => [id, at]));
  return {
    size: panels.length,
    ids,
    counts: ids.map((id) => counts.get(id) ?? 0),
    panels: panels.map((panel) => panel.map((id) => placeOf.get(id)).join(",")).join("\n"),
    distinctPanels,
    place,
    loss,
    proposedSize,
    hash,
  };
}

/** The panels of a kept lottery, one after the other, as ids. */
export function* panelsOf({ ids, panels }: Pick<KeptLottery, "ids" | "panels">): Generator<string[]> {
  if (panels === "") return;
  for (const line of panels.split("\n")) yield line.split(",").map((place) => ids[Number(place)] ?? "");
}
