import { DrawStopped } from "~/app/domain/sortition/draw-control";
import type { DrawOutcome } from "~/app/domain/sortition/draw-result";
import { runDraw, runTightness } from "./run-draw";
import type { DrawPort } from "./solver-port";

/** Draws on the caller's own thread, for small pools in tests: a stop asked before the draw begins is answered, a later one waits. */
export const inProcessDrawPort: DrawPort = {
  measure(request) {
    return runTightness(request, { now: () => performance.now(), report: () => undefined, stopAsked: () => false });
  },
  start(request, onProgress) {
    let stopped = false;
    const control = {
      now: () => performance.now(),
      report: (progress: Parameters<NonNullable<typeof onProgress>>[0]) => onProgress?.(progress),
      stopAsked: () => stopped,
    };
    const result = runDraw(request, control).catch((error: unknown): DrawOutcome => {
      if (error instanceof DrawStopped) return { status: "stopped" };
      throw error;
    });
    return {
      result,
      stop() {
        stopped = true;
      },
    };
  },
};
