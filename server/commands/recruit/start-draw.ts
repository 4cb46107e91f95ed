import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import { type AssemblyId, newId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { fingerprint } from "~/app/domain/recruitment/fingerprint";
import { planDraw, planReplacement, pseudonymous, recordedInputs } from "~/app/domain/recruitment/plan-draw";
import type { DrawAlgorithm, DrawCandidate, DrawRequest, Quota } from "~/app/domain/sortition/draw-request";
import type { Main } from "~/db/connect";
import { listPoolCandidates } from "~/db/repositories/candidate";
import { type DrawRunId, type DrawRunRow, drawRunUnderWay, insertDrawRun, lastDraw } from "~/db/repositories/draw";
import { listInvitations } from "~/db/repositories/invitation";
import { findPool } from "~/db/repositories/pool";
import { listQuotas } from "~/db/repositories/quota";
import type { Caller } from "../../context";
import { type Authorised, authorise } from "../kernel/authorise";
import { carryOut } from "../kernel/carry-out";
import { letOthersWork } from "./let-others-work";
import { importUnderWay } from "./pool-still-open";

export interface StartDraw {
  readonly assemblyId: AssemblyId;
  /** A whole panel, or people for the seats that became vacant. */
  readonly what: "panel" | "replacement";
  readonly algorithm: DrawAlgorithm;
  /** Why it is drawn again; only a first draw needs none. */
  readonly reason: string;
}

/**
 * Asks for a draw; the job "draws" computes it. Seed and inputs are written down before. Refuses as `authorise` does,
 * `draw-under-way`, `import-under-way`, `no-pool`, `undrawn-deleted`, `no-quotas`, `draw-reason-missing`, `invitations-already-sent`,
 * `nothing-vacant`, `changed-meanwhile`.
 */
export async function startDraw(
  caller: Caller,
  commandId: string | null,
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
    const planned = await plan(tx, { authorised: authorised.value, input, pool, seed: newId(app.random) });
    if (!planned.ok) return planned;
    const { request, kind, reason } = planned.value;
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
      requestedBy: actor.personId,
      requestedAt: app.clock.now(),
    });
    const data = { kind, algorithm: request.algorithm, seats: request.seats, inputsHash };
    return accept({
      value: { runId },
      journal: [{ action: `${action}-start`, assemblyId, subject: { kind: "draw-run", id: runId }, data }],
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
  endedAt: null,
} as const;

interface Planned {
  readonly request: DrawRequest;
  readonly kind: DrawRunRow["kind"];
  readonly reason: string | null;
}

/** The pool as the draw sees it; read before the transaction, so that nobody waits for ten thousand rows. */
interface LoadedPool {
  readonly importBatch: string | null;
  readonly quotas: readonly Quota[];
  readonly people: readonly DrawCandidate[];
}

async function loadPool(db: Main, assemblyId: AssemblyId): Promise<LoadedPool> {
  const pool = await findPool(db, assemblyId);
  const quotas = await listQuotas(db, assemblyId);
  const candidates = await listPoolCandidates(db, assemblyId);
  await letOthersWork();
  const people = pseudonymous(candidates, quotas);
  await letOthersWork();
  return { importBatch: pool?.importBatch ?? null, quotas, people };
}

interface ToPlan {
  readonly authorised: Authorised;
  readonly input: StartDraw;
  readonly pool: LoadedPool;
  readonly seed: string;
}

async function plan(tx: Main, { authorised, input, pool, seed }: ToPlan): Promise<Result<Planned>> {
  const { assemblyId, algorithm } = input;
  const ready = await readyToDraw(tx, assemblyId, pool);
  if (!ready.ok) return ready;
  const { people, quotas } = pool;
  const whole = { people, quotas, seats: authorised.assembly.seats, algorithm, seed };
  const reason = input.reason.trim();
  if (input.what === "replacement") {
    const planned = planReplacement(whole, await drawnBefore(tx, assemblyId));
    return planned.ok
      ? accept({ request: planned.value.request, kind: "replacement", reason: reason || null })
      : planned;
  }
  if (!(await lastDraw(tx, assemblyId))) return accept({ request: planDraw(whole), kind: "first", reason: null });
  const sent = (await listInvitations(tx, assemblyId)).some(({ state }) => state !== "prepared");
  if (sent) return refuse("invitations-already-sent");
  if (reason === "") return refuse("draw-reason-missing", {}, "reason");
  return accept({ request: planDraw(whole), kind: "again", reason });
}

async function readyToDraw(tx: Main, assemblyId: AssemblyId, loaded: LoadedPool): Promise<Result<undefined>> {
  if (await drawRunUnderWay(tx, assemblyId)) return refuse("draw-under-way");
  if (await importUnderWay(tx, assemblyId)) return refuse("import-under-way");
  const pool = await findPool(tx, assemblyId);
  if (!pool) return refuse("no-pool");
  if (pool.undrawnDeletedAt) return refuse("undrawn-deleted");
  const quotas = await listQuotas(tx, assemblyId);
  if (quotas.length === 0) return refuse("no-quotas");
  const same = pool.importBatch === loaded.importBatch && canonicalJson(quotas) === canonicalJson(loaded.quotas);
  return same ? accept(undefined) : refuse("changed-meanwhile");
}

/** Who was invited so far, as the rules of replacement need it. */
async function drawnBefore(tx: Main, assemblyId: AssemblyId) {
  return (await listInvitations(tx, assemblyId)).map(({ candidateId, state, deadline, replacedBy }) => ({
    candidateId,
    state,
    deadlineMs: deadline?.getTime() ?? null,
    replaced: replacedBy !== null,
  }));
}
