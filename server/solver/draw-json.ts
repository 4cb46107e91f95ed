import { createHash } from "node:crypto";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { DrawOutcome, DrawResult, PanelLottery } from "~/app/domain/sortition/draw-result";

/** What the command prints on its output: one JSON object for each way a draw can end. */
export function outcomeJson(
  outcome: DrawOutcome,
  { request, seconds }: { request: DrawRequest; seconds: number },
): object {
  const { algorithm, seats, seed } = request;
  const about = { status: outcome.status, algorithm, seats, seed, seconds };
  switch (outcome.status) {
    case "drawn":
      return { ...about, ...resultJson(outcome.result, request) };
    case "stopped":
      return { ...about, ...(outcome.result ? resultJson(outcome.result, request) : nothingYet) };
    case "infeasible":
      return { ...about, ...outcome.impossible };
    case "refused":
      return { ...about, status: "bad-input", problems: outcome.refusals };
    default:
      throw new Error(`outcome ${outcome satisfies never}`);
  }
}

/** Stopped before the first panel. */
const nothingYet = {
  probabilities: {},
  minProbability: 0,
  unreachable: [],
  gap: 1,
  bound: 1,
  exact: false,
  gini: 0,
  panels: 0,
  drawn: [],
};

function resultJson(result: DrawResult, request: DrawRequest): object {
  const { lottery } = result;
  return {
    probabilities: Object.fromEntries(result.probabilities),
    minProbability: result.minProbability,
    maxProbability: result.maxProbability,
    unreachable: [...result.unreachableIds, ...result.excludedIds].sort(),
    excluded: result.excludedIds,
    addressUnknown: result.addressUnknownIds,
    gap: result.proof.gap,
    bound: result.proof.bound,
    exact: result.proof.exact,
    equalised: result.equalised,
    gini: result.gini,
    geometricMean: result.geometricMean,
    panels: result.panels,
    drawn: result.drawnIds,
    ...(lottery && {
      counts: Object.fromEntries(lottery.counts),
      lotteryHash: lotteryHash(lottery, request),
      lotterySize: lottery.panels.length,
      distinctPanels: lottery.distinctPanels,
      loss: lottery.loss,
      proposedLottery: lottery.proposedSize,
    }),
    report: { values: result.report.values, intersections: result.report.intersections },
  };
}

/** SHA-256 of the lottery's text, so that it can be published before the lot. */
export function lotteryHash(lottery: Pick<PanelLottery, "panels">, request: DrawRequest): string {
  return createHash("sha256").update(lotteryText(lottery, request), "utf8").digest("hex");
}

/** The lottery as canonical text: the quotas by name and all panels in order. */
export function lotteryText(
  { panels }: Pick<PanelLottery, "panels">,
  { quotas, seats, households }: DrawRequest,
): string {
  const rules = quotas
    .map(({ feature, value, min, max }) => ({
      name: JSON.stringify([feature, value]),
      rule: [feature, value, min, max],
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ rule }) => rule);
  return JSON.stringify({
    format: "hemicycle-lottery-1",
    seats,
    households: households === true,
    quotas: rules,
    panels,
  });
}
