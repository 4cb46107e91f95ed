import { teamStream } from "~/app/domain/assembly/streams";
import type { ComputedDraw } from "~/app/domain/recruitment/kept-lottery";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import {
  type DrawRunId,
  type DrawRunRow,
  drawRunsToCompute,
  findDrawRun,
  findWholeRun,
  leaseDrawRun,
  releaseDrawRun,
  renewDrawRun,
} from "~/db/repositories/draw";
import { recordedRequest } from "~/db/repositories/recorded-request";
import type { App } from "../../context";
import { isRenewalDue, leaseFrom } from "./lease-renewal";
import { settleDraw } from "./settle-draw";
import { type Look, neverEnding, untilSettled } from "./until-settled";

/** A computation that was begun here. */
export interface Taken {
  /** When it has been written down, or given back. */
  readonly settled: Promise<void>;
}

/** Takes the draws that wait (also those a stopped server left) and starts computing them, each on its own. */
export async function takeDraws(app: App, ending: AbortSignal = neverEnding()): Promise<Promise<void>[]> {
  const taken: Promise<void>[] = [];
  for (const { id } of await drawRunsToCompute(app.stores.main, app.clock.now())) {
    const one = await takeDraw(app, id, ending);
    if (one) taken.push(one.settled);
  }
  return taken;
}

/**
 * Starts computing a draw; nothing when another server was faster. When this server stops (`ending`), what is not done is given back:
 * the next takes it up at once.
 */
export async function takeDraw(app: App, id: DrawRunId, ending: AbortSignal): Promise<Taken | undefined> {
  const now = app.clock.now();
  const until = leaseFrom(now);
  if (!(await leaseDrawRun(app.stores.main, id, { now, until }))) return undefined;
  const run = await findWholeRun(app.stores.main, id);
  if (!run) return undefined;
  return { settled: computeDraw(app, { run, until, ending }).finally(() => app.drawProgress.forget(run.id)) };
}

interface TakenDraw {
  readonly run: DrawRunRow;
  readonly until: Date;
  readonly ending: AbortSignal;
}

async function computeDraw(app: App, { run, until, ending }: TakenDraw): Promise<void> {
  const { main } = app.stores;
  const request = recordedRequest(run.inputs);
  if (run.stopAskedAt) return settleDraw(app, { run, request, outcome: stoppedBefore(run), progress: null });
  const running = app.draws.start(request, (step) => {
    app.drawProgress.tell(run.id, step);
    app.announcer.moved([{ stream: teamStream(run.assemblyId), what: "draw" }]);
  });
  // A draw that is stopped still tidies up: what counts is where it stood when it was asked. That is written at once, so that whoever
  // takes it up after a crash knows that something was lost.
  const stop: { seen: boolean; at: DrawProgress | null } = { seen: false, at: null };
  let leasedUntil = until;
  const look = async (): Promise<Look> => {
    const current = await findDrawRun(main, run.id);
    const progress = app.drawProgress.of(run.id);
    const now = app.clock.now();
    const isStopped = current?.stopAskedAt != null;
    const isNew = isStopped && !stop.seen;
    if (isNew) Object.assign(stop, { seen: true, at: progress });
    if (isNew || isRenewalDue(leasedUntil, now)) {
      const next = leaseFrom(now);
      if (!(await renewDrawRun(main, run.id, { from: leasedUntil, until: next, progress }))) return "leave";
      leasedUntil = next;
    }
    return isStopped ? "stop" : "go-on";
  };
  const outcome = await untilSettled(app, running, { look, ending });
  if (outcome === "left") return releaseDrawRun(main, run.id, leasedUntil);
  await settleDraw(app, { run, request, outcome, progress: stop.at });
}

/** It was stopped before anybody began, or whoever had begun has gone with what was found; to begin again is not what was asked for. */
function stoppedBefore({ progress, leasedUntil }: DrawRunRow): ComputedDraw {
  // Who was killed within moments has left nothing but the lease.
  return { status: progress === null && leasedUntil === null ? "stopped" : "unanswered" };
}
