import { teamStream } from "~/app/domain/assembly/streams";
import { type CommandId, newId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { fingerprint } from "~/app/domain/recruitment/fingerprint";
import { recordedInputs } from "~/app/domain/recruitment/plan-draw";
import { type DrawRunId, insertDrawRun } from "~/db/repositories/draw";
import type { App, Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { basisOf } from "../../kernel/recruit/draw-situation";
import { dropKeptDraw } from "./keep-draw";
import { type LoadedPool, loadPool } from "./load-pool";
import { type PlannedRun, planRun, type StartDraw } from "./plan-run";

export type { StartDraw };

/**
 * Asks for a draw; the job "draws" computes it. Seed and inputs are written down before; what was kept of a stopped draw goes. Refuses as `authorise` does,
 * `draw-under-way`, `import-under-way`, `no-pool`, `undrawn-deleted`, `no-quotas`, `draw-reason-missing`, `invitations-already-sent`,
 * `nothing-vacant`, `not-drawn-yet`, `alternates-out-of-range`, `changed-meanwhile`.
 */
export async function startDraw(
  caller: Caller,
  commandId: CommandId | null,
  input: StartDraw,
): Promise<Result<{ readonly runId: DrawRunId }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const { assemblyId } = input;
  const action = input.what === "panel" ? "draw.make" : "draw.replace";
  const permitted = await authorise(app.stores.main, actor, { action, assemblyId });
  if (!permitted.ok) return permitted;
  const pool = await loadPool(app.stores.main, assemblyId);
  return carryOut(caller, { commandId, action: `${action}-start` }, async (tx) => {
    const authorised = await authorise(tx, actor, { action, assemblyId });
    if (!authorised.ok) return authorised;
    const planned = await planRun(tx, { authorised: authorised.value, input, pool, seed: newId(app.random) });
    if (!planned.ok) return planned;
    const { request, kind, reason } = planned.value;
    const dropped = await dropKeptDraw(tx, assemblyId);
    const inputs = recordedInputs(request);
    const runId = newId<"draw-run">(app.random);
    const inputsHash = fingerprint(app.secrets.tokenHash(inputs));
    await insertDrawRun(tx, {
      ...notBegun,
      id: runId,
      assemblyId,
      underWayIn: assemblyId,
      kind,
      algorithm: request.algorithm,
      seed: request.seed,
      seats: request.seats,
      inputs,
      inputsHash,
      reason,
      basis: basisFor(app, planned.value, pool),
      requestedBy: actor.personId,
      requestedAt: app.clock.now(),
    });
    const data = { kind, algorithm: request.algorithm, seats: request.seats, inputsHash };
    return accept({
      value: { runId },
      journal: [...dropped, { action: `${action}-start`, assemblyId, subject: { kind: "draw-run", id: runId }, data }],
      facts: [{ stream: teamStream(assemblyId), type: "draw-started", payload: { runId } }],
      wake: ["draws"],
    });
  });
}

const notBegun = {
  state: "waiting",
  progress: null,
  outcome: null,
  drawId: null,
  leasedUntil: null,
  stopAskedAt: null,
  stopAskedBy: null,
  endedAt: null,
} as const;

/** The quotas of alternates follow from the panel's: what would loosen them is no change of the assembly's quotas. */
function basisFor(app: App, { request, kind }: PlannedRun, { importBatch, quotas }: LoadedPool): string | null {
  if (kind === "alternates") return null;
  const { seats, confirmedIds = [], excludedIds = [] } = request;
  return basisOf(app, { seats, importBatch, quotas, confirmedIds, excludedIds });
}
