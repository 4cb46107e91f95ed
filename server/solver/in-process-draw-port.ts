import { type DrawControl, type DrawProgress, DrawStopped } from "~/app/domain/sortition/draw-control";
import { packOutcome } from "./pack-outcome";
import { runDraw, runForecast } from "./run-draw";
import type { DrawPort, Running } from "./solver-port";

/** Draws on the caller's own thread, for small pools in tests: a stop asked before the draw begins is answered, a later one waits. */
export const inProcessDrawPort: DrawPort = {
  start(request, onProgress) {
    return run(onProgress, async (control) => packOutcome(await runDraw(request, control), request));
  },
  forecast(request, onProgress) {
    return run(onProgress, (control) => runForecast(request, control));
  },
};

function run<Outcome>(
  onProgress: ((progress: DrawProgress) => void) | undefined,
  work: (control: DrawControl) => Promise<Outcome>,
): Running<Outcome | { readonly status: "stopped" }> {
  let stopped = false;
  const control = {
    now: () => performance.now(),
    report: (progress: DrawProgress) => onProgress?.(progress),
    stopAsked: () => stopped,
  };
  const result = work(control).catch((error: unknown): { readonly status: "stopped" } => {
    if (error instanceof DrawStopped) return { status: "stopped" };
    throw error;
  });
  const stop = (): void => {
    stopped = true;
  };
  return { result, stop, end: stop };
}
