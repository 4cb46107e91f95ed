import type { ComputedDraw } from "~/app/domain/recruitment/kept-lottery";
import { type DrawProgress, DrawStopped } from "~/app/domain/sortition/draw-control";
import type { DrawRunId } from "~/db/repositories/draw";
import { takeDraws } from "../commands/recruit/compute-draws";
import { type StartDraw, startDraw } from "../commands/recruit/start-draw";
import { stopDraw } from "../commands/recruit/stop-draw";
import { packOutcome } from "../solver/pack-outcome";
import { runDraw } from "../solver/run-draw";
import type { DrawPort } from "../solver/solver-port";
import type { BuiltAssembly } from "./build-assembly";
import { value } from "./build-live";
import type { TestApp } from "./test-app";

/** How far a draw comes before the stop reaches it: not to a panel, to the first, into its herd of panels, or to its end. */
export type Reach = "start" | "first" | "herd" | "end";

const isReached = {
  start: () => false,
  first: ({ step }: DrawProgress) => step === "panels",
  herd: ({ done = 0 }: DrawProgress) => done > 5,
  end: () => false,
};

/** A place where draws are stopped by their organiser, and tell what they have found by then. */
function stoppedAt(draws: DrawPort, reach: Reach, stopAsked: () => Promise<void>): DrawPort {
  return {
    ...draws,
    start(request) {
      const isStopped = { now: reach === "start" };
      const report = (progress: DrawProgress): void => {
        isStopped.now ||= isReached[reach](progress);
      };
      const control = { now: () => 0, report, stopAsked: () => isStopped.now };
      const work = async (): Promise<ComputedDraw> => {
        await stopAsked();
        return packOutcome(await runDraw(request, control).catch(stoppedEarly), request);
      };
      return { result: work(), stop: () => undefined, end: () => undefined };
    },
  };
}

function stoppedEarly(error: unknown): { readonly status: "stopped" } {
  if (error instanceof DrawStopped) return { status: "stopped" };
  throw error;
}

export type Order = Omit<StartDraw, "assemblyId">;

const panel: Order = { what: "panel", algorithm: "leximin", reason: "" };

/** Asks for a draw, a panel by leximin unless said otherwise, and for its stop while it is computed. */
export async function startAndStopDraw(
  { app, commandId }: TestApp,
  { assemblyId, organiser }: BuiltAssembly,
  { reach, order = panel }: { readonly reach: Reach; readonly order?: Order },
): Promise<DrawRunId> {
  const { runId } = value(await startDraw(organiser, commandId(), { ...order, assemblyId }));
  const stop = async () => void value(await stopDraw(organiser, commandId(), { assemblyId, runId }));
  await Promise.all(await takeDraws({ ...app, draws: stoppedAt(app.draws, reach, stop) }));
  return runId;
}
