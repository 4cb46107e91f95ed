import { teamStream } from "~/app/domain/assembly/streams";
import type { AssemblyId, CommandId, DrawId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { lotterySizes } from "~/app/domain/recruitment/offered-algorithm";
import { recordedInputs } from "~/app/domain/recruitment/plan-draw";
import { provenSoFar } from "~/app/domain/recruitment/proven-so-far";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import { type DrawRunHead, type DrawRunId, findDrawRun, updateDrawRun } from "~/db/repositories/draw";
import { deleteKeptDraw, findWholeKeptDraw } from "~/db/repositories/kept-draw";
import { recordedRequest } from "~/db/repositories/recorded-request";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { loadPool } from "./load-pool";
import { planRun, type StartDraw } from "./plan-run";
import { drawnNote, saveDraw } from "./save-draw";

/** What is permitted to whoever may start such a draw. */
export function actionOf(kind: DrawRunHead["kind"]): "draw.make" | "draw.replace" {
  return kind === "first" || kind === "again" ? "draw.make" : "draw.replace";
}

/**
 * Draws the panel that the seed names in what a stopped draw had found. It counts only for what it was computed for: it is planned anew,
 * and the text of that must be the one recorded before the calculation. Refuses as `authorise` and `startDraw` do, `kept-draw-gone`
 * (used, or dropped, meanwhile), `kept-draw-outdated` (volunteers, quotas, seats or answers have changed) and `kept-draw-unfair` (stopped
 * too early for its list to be a lottery).
 */
export async function drawWithKept(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, runId }: { readonly assemblyId: AssemblyId; readonly runId: DrawRunId },
): Promise<Result<{ readonly drawId: DrawId }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const run = await findDrawRun(app.stores.main, runId);
  const action = actionOf(run?.kind ?? "first");
  const permitted = await authorise(app.stores.main, actor, { action, assemblyId });
  if (!permitted.ok) return permitted;
  const pool = await loadPool(app.stores.main, assemblyId);
  return carryOut(caller, { commandId, action: "draw.use-kept" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action, assemblyId });
    if (!authorised.ok) return authorised;
    const kept = await findWholeKeptDraw(tx, assemblyId);
    if (!run || kept?.runId !== runId) return refuse("kept-draw-gone");
    const request = recordedRequest(kept.inputs);
    const input = inputOf(run, request);
    const planned = await planRun(tx, { authorised: authorised.value, input, pool, seed: run.seed });
    if (!planned.ok) return planned;
    const now = recordedInputs({ ...planned.value.request, seed: run.seed });
    if (planned.value.kind !== run.kind || now !== kept.inputs) return refuse("kept-draw-outdated");
    const isFair = kept.isWhole || provenSoFar(kept.report, request.algorithm)?.isFair;
    if (!isFair) return refuse("kept-draw-unfair");
    const { inputs, report, counts, people, panels, isWhole } = kept;
    const parts = { drawnIds: kept.drawn, report, counts, people, panels };
    const { stopAskedAt, stopAskedBy } = run;
    const stopped = !isWhole && stopAskedAt ? { by: stopAskedBy ?? run.requestedBy, at: stopAskedAt } : null;
    const drawId = await saveDraw(tx, app, { run, inputs, request, parts, by: actor.personId, stopped });
    await deleteKeptDraw(tx, assemblyId);
    await updateDrawRun(tx, runId, { state: "drawn", drawId });
    return accept({
      value: { drawId },
      journal: [await drawnNote(tx, run, { action: "draw.use-kept", drawId })],
      facts: [{ stream: teamStream(assemblyId), type: "draw-ended", payload: { runId } }],
    });
  });
}

/** What had been asked for. */
function inputOf({ assemblyId, kind, reason, seats }: DrawRunHead, { algorithm, lottery }: DrawRequest): StartDraw {
  const asked = { assemblyId, reason: reason ?? "", algorithm };
  const offered = lotterySizes.find((one) => one === lottery);
  const size = offered === undefined ? {} : { lottery: offered };
  switch (kind) {
    case "first":
    case "again":
      return { ...asked, ...size, what: "panel" };
    case "replacement":
      return { ...asked, ...size, what: "replacement" };
    case "alternates":
      return { ...asked, ...size, what: "alternates", count: seats };
  }
}
