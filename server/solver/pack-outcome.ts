import { type ComputedDraw, type ComputedResult, keepLottery } from "~/app/domain/recruitment/kept-lottery";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { DrawOutcome, DrawResult } from "~/app/domain/sortition/draw-result";
import { lotteryHash } from "./draw-json";

/**
 * An outcome ready to leave its thread: passing a thousand lists of ids to another thread costs the receiver more time than it may
 * take from those it serves; one text costs nothing.
 */
export function packOutcome(outcome: DrawOutcome, request: DrawRequest): ComputedDraw {
  if (outcome.status === "drawn") return { ...outcome, result: packResult(outcome.result, request) };
  if (outcome.status !== "stopped") return outcome;
  return outcome.result ? { status: "stopped", result: packResult(outcome.result, request) } : { status: "stopped" };
}

function packResult({ lottery, ...result }: DrawResult, request: DrawRequest): ComputedResult {
  return lottery ? { ...result, lottery: keepLottery(lottery, lotteryHash(lottery, request)) } : result;
}
