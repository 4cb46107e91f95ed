import { parentPort, workerData } from "node:worker_threads";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import { DrawStopped } from "~/app/domain/sortition/draw-control";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { DrawOutcome } from "~/app/domain/sortition/draw-result";
import type { Tightness } from "~/app/domain/sortition/measure-tightness";
import { runDraw, runTightness } from "./run-draw";

/** What the worker is started with: the request, and one shared cell that becomes 1 when somebody asks to stop. */
export interface DrawOrder {
  readonly task: "draw" | "tightness";
  readonly request: DrawRequest;
  readonly stop: SharedArrayBuffer;
}

export type DrawMessage =
  | { readonly kind: "progress"; readonly progress: DrawProgress }
  | { readonly kind: "outcome"; readonly outcome: DrawOutcome }
  | { readonly kind: "tightness"; readonly tightness: Tightness | undefined }
  | { readonly kind: "fault"; readonly message: string };

const progressEveryMs = 100;

async function work({ task, request, stop }: DrawOrder, send: (message: DrawMessage) => void): Promise<void> {
  const cell = new Int32Array(stop);
  let last = { step: "", at: Number.NEGATIVE_INFINITY };
  const report = (progress: DrawProgress): void => {
    const at = performance.now();
    if (progress.step === last.step && at - last.at < progressEveryMs) return;
    last = { step: progress.step, at };
    send({ kind: "progress", progress });
  };
  try {
    const control = { now: () => performance.now(), report, stopAsked: () => Atomics.load(cell, 0) === 1 };
    if (task === "tightness") send({ kind: "tightness", tightness: await runTightness(request, control) });
    else send({ kind: "outcome", outcome: await runDraw(request, control) });
  } catch (error) {
    if (error instanceof DrawStopped) send({ kind: "outcome", outcome: { status: "stopped" } });
    else send({ kind: "fault", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

const port = parentPort;
if (port && workerData?.stop instanceof SharedArrayBuffer) {
  await work(workerData as DrawOrder, (message) => port.postMessage(message));
}
