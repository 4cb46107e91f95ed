import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { requestFrom } from "~/app/domain/recruitment/plan-draw";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import {
  type DrawRunRow,
  drawRunsToCompute,
  findDrawRun,
  leaseDrawRun,
  releaseDrawRun,
  updateDrawRun,
} from "~/db/repositories/draw";
import type { App } from "../../context";
import { settleDraw } from "./settle-draw";
import { neverEnding, untilSettled } from "./until-settled";

/** A server that has not looked for so long has gone: another takes over, with the same seed. */
const LEASE_MS = MINUTE_MS;

/**
 * Takes the draws that wait (also those a stopped server left) and starts computing them, each on its own. When this server stops
 * (`ending`), what is not done is given back: the next takes it up at once.
 */
export async function takeDraws(app: App, ending: AbortSignal = neverEnding()): Promise<Promise<void>[]> {
  const taken: Promise<void>[] = [];
  for (const run of await drawRunsToCompute(app.stores.main, app.clock.now())) {
    const now = app.clock.now();
    const until = new Date(now.getTime() + LEASE_MS);
    if (await leaseDrawRun(app.stores.main, run.id, { now, until }))
      taken.push(computeDraw(app, { run, until, ending }));
  }
  return taken;
}

interface TakenDraw {
  readonly run: DrawRunRow;
  readonly until: Date;
  readonly ending: AbortSignal;
}

async function computeDraw(app: App, { run, until, ending }: TakenDraw): Promise<void> {
  const request = requestFrom(run.inputs);
  let progress: DrawProgress | null = null;
  const running = app.draws.start(request, (step) => {
    progress = step;
  });
  // A draw that is stopped still tidies up: what counts is where it stood when it was asked.
  let stoppedAt: DrawProgress | null = null;
  let leasedUntil = until;
  const look = async (): Promise<"go-on" | "stop"> => {
    leasedUntil = new Date(app.clock.now().getTime() + LEASE_MS);
    await updateDrawRun(app.stores.main, run.id, { leasedUntil, progress: progress && { ...progress } });
    const current = await findDrawRun(app.stores.main, run.id);
    if (!current?.stopAskedAt) return "go-on";
    stoppedAt ??= progress;
    return "stop";
  };
  const outcome = await untilSettled(app, running, { look, ending });
  if (outcome === "left") return releaseDrawRun(app.stores.main, run.id, leasedUntil);
  await settleDraw(app, { run, request, outcome, progress: stoppedAt });
}
