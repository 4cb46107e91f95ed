import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { ComputedDraw } from "~/app/domain/recruitment/kept-lottery";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import type { Forecast } from "~/app/domain/sortition/forecast-draw";
import type { DrawMessage, DrawOrder, WorkerOutcome } from "./draw-worker";
import { answerWithinMs, type DrawPort, type Running } from "./solver-port";

/** Draws computed in a worker thread each: the event loop stays free, and a stop is answered with what was found. */
export const workerDrawPort: DrawPort = {
  start(request, onProgress) {
    return run<ComputedDraw>({ task: "draw", request }, onProgress);
  },
  forecast(request, onProgress) {
    return run<Forecast | { readonly status: "stopped" }>({ task: "forecast", request }, onProgress);
  },
};

interface Unanswered {
  readonly status: "unanswered";
}

function run<Outcome extends WorkerOutcome | { readonly status: "stopped" }>(
  order: Omit<DrawOrder, "stop">,
  onProgress: ((progress: DrawProgress) => void) | undefined,
): Running<Outcome | Unanswered> {
  const stop = new SharedArrayBuffer(4);
  const worker = startWorker({ ...order, stop });
  let patience: NodeJS.Timeout | undefined;
  let settle: (outcome: Unanswered) => void = () => undefined;
  const result = new Promise<Outcome | Unanswered>((resolve, reject) => {
    settle = resolve;
    worker.on("message", (message: DrawMessage) => {
      if (message.kind === "progress") onProgress?.(message.progress);
      else if (message.kind === "outcome") resolve(message.outcome as Outcome);
      else reject(new Error(message.message));
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`draw worker ended with code ${code}`)));
  });
  const terminate = (): void => {
    clearTimeout(patience);
    void worker.terminate();
  };
  result.then(terminate, terminate);
  const end = (): void => settle({ status: "unanswered" });
  return {
    result,
    stop() {
      if (patience) return;
      Atomics.store(new Int32Array(stop), 0, 1);
      patience = setTimeout(end, answerWithinMs);
    },
    end,
  };
}

function tsxPackage(): URL {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json"));
}

/** The built worker beside the built server; otherwise (development, tests) its source through tsx. */
function startWorker(order: DrawOrder): Worker {
  for (const place of ["./draw-worker.js", "../draw-worker.js"]) {
    const built = new URL(place, import.meta.url);
    if (existsSync(built)) return new Worker(built, { workerData: order });
  }
  const loader = new URL("./dist/esm/api/index.mjs", tsxPackage()).href;
  const source = new URL("./draw-worker.ts", import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(start, { eval: true, workerData: order, execArgv: [] });
}
