import { type ProvenSoFar, provenSoFar } from "~/app/domain/recruitment/proven-so-far";
import { stoppedAtOf } from "~/app/domain/recruitment/run-outcome";
import { drawAlgorithms } from "~/app/domain/sortition/draw-request";
import type { Main } from "~/db/connect";
import type { DrawRunHead } from "~/db/repositories/draw";
import { findKeptDraw } from "~/db/repositories/kept-draw";
import { findPerson } from "~/db/repositories/person";

/** What a stopped draw had found, in figures: not whom it would draw, so that nobody takes or leaves it for that. */
export interface KeptView {
  /** The calculation was over when the stop arrived. */
  readonly isWhole: boolean;
  readonly proven: ProvenSoFar | null;
  readonly size: number;
  readonly distinctPanels: number;
  readonly lotteryHash: string;
}

/** Who stopped a draw, when, and what was kept of it. */
export interface StoppedView {
  readonly byName: string | null;
  readonly atMs: number | null;
  /** What was found could not be told: its server had gone, or was too busy. */
  readonly isUnanswered: boolean;
  readonly kept: KeptView | null;
}

export async function stoppedView(main: Main, run: DrawRunHead): Promise<StoppedView> {
  const { stopAskedAt, stopAskedBy, outcome } = run;
  return {
    byName: stopAskedBy ? ((await findPerson(main, stopAskedBy))?.name ?? null) : null,
    atMs: stopAskedAt?.getTime() ?? null,
    isUnanswered: stoppedAtOf(outcome)?.isUnanswered === true,
    kept: await keptView(main, run),
  };
}

async function keptView(main: Main, run: DrawRunHead): Promise<KeptView | null> {
  const kept = await findKeptDraw(main, run.assemblyId);
  if (kept?.runId !== run.id) return null;
  const record = kept.report;
  const algorithm = drawAlgorithms.find((known) => known === run.algorithm) ?? "quick";
  if (!record.lottery) return null;
  const { size, distinctPanels, hash } = record.lottery;
  return { isWhole: kept.isWhole, proven: provenSoFar(record, algorithm), size, distinctPanels, lotteryHash: hash };
}
