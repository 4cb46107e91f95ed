import { parentPort, workerData } from "node:worker_threads";
import type { ComputedDraw } from "~/app/domain/recruitment/kept-lottery";
import { type DrawControl, type DrawProgress, DrawStopped } from "~/app/domain/sortition/draw-control";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { Forecast } from "~/app/domain/sortition/forecast-draw";
import { packOutcome } from "./pack-outcome";
import { runDraw, runForecast } from "./run-draw";

/** What the worker is started with: the request, and one shared cell that becomes 1 when somebody asks to stop. */
export interface DrawOrder {
  readonly task: "draw" | "forecast";
  readonly request: DrawRequest;
  readonly stop: SharedArrayBuffer;
}

export type WorkerOutcome = ComputedDraw | Forecast;

export type DrawMessage =
  | { readonly kind: "progress"; readonly progress: DrawProgress }
  | { readonly kind: "outcome"; readonly outcome: WorkerOutcome }
  | { readonly kind: "fault"; readonly message: string };

const progressEveryMs = 100;

async function work(order: DrawOrder, send: (message: DrawMessage) => void): Promise<void> {
  const cell = new Int32Array(order.stop);
  let last = { step: "", at: Number.NEGATIVE_INFINITY };
  const report = (progress: DrawProgress): void => {
    const at = performance.now();
    if (progress.step === last.step && at - last.at < progressEveryMs) return;
    last = { step: progress.step, at };
    send({ kind: "progress", progress });
  };
  try {
    const control = { now: () => performance.now(), report, stopAsked: () => Atomics.load(cell, 0) === 1 };
    send({ kind: "outcome", outcome: await carryOut(order, control) });
  } catch (error) {
    if (error instanceof DrawStopped) send({ kind: "outcome", outcome: { status: "stopped" } });
    else send({ kind: "fault", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function carryOut({ task, request }: DrawOrder, control: DrawControl): Promise<WorkerOutcome> {
  if (task === "forecast") return runForecast(request, control);
  return packOutcome(await runDraw(request, control), request);
}

const port = parentPort;
if (port && workerData?.stop instanceof SharedArrayBuffer) {
  await work(workerData as DrawOrder, (message) => port.postMessage(message));
}
