import { teamStream } from "~/app/domain/assembly/streams";
import { accept, refuse } from "~/app/domain/kernel/result";
import type { ComputedDraw } from "~/app/domain/recruitment/kept-lottery";
import type { RunOutcome } from "~/app/domain/recruitment/run-outcome";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { Main } from "~/db/connect";
import { type DrawRunHead, type DrawRunRow, findDrawRun, updateDrawRun } from "~/db/repositories/draw";
import type { App } from "../../context";
import { carryOut, type JournalNote } from "../../kernel/carry-out";
import { inTheNameOf } from "./in-the-name-of";
import { keepDraw } from "./keep-draw";
import { drawnNote, partsOf, saveDraw } from "./save-draw";

interface Settled {
  readonly run: DrawRunRow;
  readonly request: DrawRequest;
  readonly outcome: ComputedDraw | "failed";
  /** Where it stood when it was asked to stop. */
  readonly progress: DrawProgress | null;
}

/**
 * Writes down how a draw ended: the draw, who was drawn and their invitations in one transaction, or what was in the way. Once it was
 * asked to stop it draws nobody, even when its result came at the same moment: that is kept, and an organiser says what becomes of it.
 * A run that another server has settled meanwhile is left alone.
 */
export async function settleDraw(app: App, settled: Settled): Promise<void> {
  const { run } = settled;
  const caller = { app, actor: inTheNameOf(run.requestedBy) };
  await carryOut(caller, { commandId: null, action: "draw.settle" }, async (tx) => {
    const current = await findDrawRun(tx, run.id);
    if (current?.underWayIn !== run.assemblyId) return refuse("draw-over");
    const journal = await settle(tx, app, { ...settled, current });
    return accept({
      value: null,
      journal,
      facts: [{ stream: teamStream(run.assemblyId), type: "draw-ended", payload: { runId: run.id } }],
    });
  });
}

type Settling = Settled & { readonly current: DrawRunHead };

async function settle(tx: Main, app: App, settling: Settling): Promise<JournalNote[]> {
  const { run, request, outcome, current } = settling;
  const ended = { underWayIn: null, inputs: "", progress: null, leasedUntil: null, endedAt: app.clock.now() };
  if (outcome !== "failed" && outcome.status === "drawn" && !current.stopAskedAt) {
    const parts = partsOf(request, outcome.result);
    const drawId = await saveDraw(tx, app, {
      run,
      inputs: run.inputs,
      request,
      parts,
      by: run.requestedBy,
      stopped: null,
    });
    await updateDrawRun(tx, run.id, { ...ended, state: "drawn", drawId });
    return [await drawnNote(tx, run, { action: "draw.make", drawId })];
  }
  const { state, detail } = failureOf(settling);
  await updateDrawRun(tx, run.id, { ...ended, state, outcome: detail });
  const kept = await keepFound(tx, app, settling);
  const subject = { kind: "draw-run", id: run.id };
  const data = { kind: run.kind, ...(state === "stopped" && { kept }) };
  return [{ action: `draw.${state}`, assemblyId: run.assemblyId, subject, data }];
}

/** What a stopped draw had found, if it was a list of panels; draws that share nothing out have none before their end. */
async function keepFound(tx: Main, app: App, { run, request, outcome }: Settling) {
  if (outcome === "failed" || (outcome.status !== "drawn" && outcome.status !== "stopped")) return null;
  const { result, status } = outcome;
  return result?.lottery ? keepDraw(tx, app, { run, request, result, isWhole: status === "drawn" }) : null;
}

type Failure = { readonly state: "impossible" | "refused" | "stopped" | "failed"; readonly detail: RunOutcome | null };

function failureOf({ outcome, progress }: Settling): Failure {
  if (outcome === "failed") return { state: "failed", detail: null };
  switch (outcome.status) {
    case "infeasible":
      return { state: "impossible", detail: outcome.impossible };
    case "refused":
      return { state: "refused", detail: outcome.refusals.slice(0, 100) };
    case "unanswered":
      return { state: "stopped", detail: { ...progress, isUnanswered: true } };
    case "stopped":
    case "drawn":
      return { state: "stopped", detail: progress };
    default:
      throw new Error(`outcome ${outcome satisfies never}`);
  }
}
