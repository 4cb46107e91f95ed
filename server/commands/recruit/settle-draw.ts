import { teamStream } from "~/app/domain/assembly/streams";
import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import { type CandidateId, type DrawId, newId } from "~/app/domain/kernel/ids";
import { accept, refuse } from "~/app/domain/kernel/result";
import { detailOf } from "~/app/domain/recruitment/draw-detail";
import { recordDraw } from "~/app/domain/recruitment/draw-record";
import { isVacant } from "~/app/domain/recruitment/invitation";
import type { ComputedDraw, ComputedResult } from "~/app/domain/recruitment/kept-lottery";
import { orderAlternates } from "~/app/domain/recruitment/plan-draw";
import { panelHolds } from "~/app/domain/recruitment/recheck-panel";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { Main } from "~/db/connect";
import {
  type DrawRunRow,
  findDrawRun,
  insertDraw,
  lastDraw,
  lastSeatedDraw,
  updateDrawRun,
} from "~/db/repositories/draw";
import { insertDrawDetail } from "~/db/repositories/draw-detail";
import { deleteForecast } from "~/db/repositories/draw-forecast";
import { deletePreparedInvitations, listInvitations, updateInvitations } from "~/db/repositories/invitation";
import type { App } from "../../context";
import { carryOut, type JournalNote } from "../kernel/carry-out";
import { inTheNameOf } from "./in-the-name-of";
import { prepareInvitations } from "./prepare-invitations";

interface Settled {
  readonly run: DrawRunRow;
  readonly request: DrawRequest;
  readonly outcome: ComputedDraw | "failed";
  /** Where it stood when it was asked to stop. */
  readonly progress: DrawProgress | null;
}

/**
 * Writes down how a draw ended: the draw, who was drawn and their invitations in one transaction, or what was in the way.
 * A run that another server has settled meanwhile is left alone.
 */
export async function settleDraw(app: App, settled: Settled): Promise<void> {
  const { run } = settled;
  const caller = { app, actor: inTheNameOf(run.requestedBy) };
  await carryOut(caller, { commandId: null, action: "draw.settle" }, async (tx) => {
    const current = await findDrawRun(tx, run.id);
    if (current?.underWayIn !== run.assemblyId) return refuse("draw-over");
    const journal = await settle(tx, app, settled);
    return accept({
      value: null,
      journal,
      facts: [{ stream: teamStream(run.assemblyId), type: "draw-ended", payload: { runId: run.id } }],
    });
  });
}

async function settle(tx: Main, app: App, { run, request, outcome, progress }: Settled): Promise<JournalNote[]> {
  const ended = { underWayIn: null, inputs: "", progress: null, leasedUntil: null, endedAt: app.clock.now() };
  if (outcome !== "failed" && outcome.status === "drawn") {
    const drawId = await saveDraw(tx, app, { run, request, result: outcome.result });
    await updateDrawRun(tx, run.id, { ...ended, state: "drawn", drawId });
    return [await drawnNote(tx, run, drawId)];
  }
  const { state, detail } = failureOf(outcome, progress);
  await updateDrawRun(tx, run.id, { ...ended, state, outcome: detail });
  const subject = { kind: "draw-run", id: run.id };
  return [{ action: `draw.${state}`, assemblyId: run.assemblyId, subject, data: { kind: run.kind } }];
}

type Failure = { readonly state: "impossible" | "refused" | "stopped" | "failed"; readonly detail: string | null };

function failureOf(
  outcome: Exclude<ComputedDraw, { status: "drawn" }> | "failed",
  progress: DrawProgress | null,
): Failure {
  if (outcome === "failed") return { state: "failed", detail: null };
  if (outcome.status === "infeasible") return { state: "impossible", detail: canonicalJson(outcome.impossible) };
  if (outcome.status === "refused") return { state: "refused", detail: canonicalJson(outcome.refusals.slice(0, 100)) };
  return { state: "stopped", detail: progress && canonicalJson(progress) };
}

interface ToSave {
  readonly run: DrawRunRow;
  readonly request: DrawRequest;
  readonly result: ComputedResult;
}

async function saveDraw(tx: Main, app: App, { run, request, result }: ToSave): Promise<DrawId> {
  if (!panelHolds(request, result.drawnIds)) throw new Error(`run ${run.id}: the panel does not meet its request`);
  const { assemblyId } = run;
  const before = await lastDraw(tx, assemblyId);
  const seated = await lastSeatedDraw(tx, assemblyId);
  const kept = new Set(request.confirmedIds ?? []);
  const fresh = result.drawnIds.filter((id) => !kept.has(id));
  const drawn = (run.kind === "alternates" ? orderAlternates(fresh, run.seed) : fresh) as CandidateId[];
  const drawId = newId<"draw">(app.random);
  const record = recordDraw(result, { people: request.people.length, kept: kept.size });
  const { kind, algorithm, seed, seats, inputs, inputsHash, reason } = run;
  await insertDraw(
    tx,
    {
      id: drawId,
      assemblyId,
      ordinal: (before?.ordinal ?? 0) + 1,
      kind,
      algorithm,
      seed,
      seats,
      inputs,
      inputsHash,
      report: canonicalJson(record),
      reason,
      by: run.requestedBy,
      at: app.clock.now(),
    },
    drawn,
  );
  const detail = detailOf(result);
  const [counts, people] = [JSON.stringify(detail.counts), JSON.stringify(detail.people)];
  await deleteForecast(tx, assemblyId);
  await insertDrawDetail(tx, { drawId, counts, people, panels: detail.panels });
  if (kind === "alternates") return drawId;
  if (kind === "again" && seated) await deletePreparedInvitations(tx, seated.id);
  if (kind === "replacement") await markReplaced(tx, { run, request, drawId });
  await prepareInvitations(tx, app, { assemblyId, drawId, candidateIds: drawn });
  return drawId;
}

/** Seats that were vacant when the draw was planned are given away now; others that became vacant since wait for the next. */
async function markReplaced(
  tx: Main,
  { run, request, drawId }: Pick<Settled, "run" | "request"> & { drawId: DrawId },
): Promise<void> {
  const excluded = new Set<string>(request.excludedIds ?? []);
  const vacant = (await listInvitations(tx, run.assemblyId)).filter(
    ({ candidateId, state, replacedBy }) =>
      excluded.has(candidateId) && isVacant({ state, deadlineMs: null, replaced: replacedBy !== null }),
  );
  await updateInvitations(
    tx,
    vacant.map(({ id }) => id),
    { replacedBy: drawId },
  );
}

async function drawnNote(tx: Main, run: DrawRunRow, drawId: DrawId): Promise<JournalNote> {
  const draw = await lastDraw(tx, run.assemblyId);
  const { kind, algorithm, seed, seats, inputsHash, reason } = run;
  const data = { kind, algorithm, seed, seats, inputsHash, ordinal: draw?.ordinal ?? 0, reason };
  return { action: "draw.make", assemblyId: run.assemblyId, subject: { kind: "draw", id: drawId }, data };
}
