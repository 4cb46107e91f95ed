import { parentPort } from "node:worker_threads";
import { textShapes } from "~/app/domain/drafting/text-shape";
import type { Examination, Examined } from "./update-examiner";
import { gateBefore } from "./update-gate";

/** The first message of a worker says only that it is ready. */
export interface ExaminedMessage {
  readonly examined: Examined;
}

/** Tries an update on a copy of its document. Whose number it bears is the room's to ask. */
export function examineUpdate({ kind, state, update, stepsLeft }: Examination): Examined {
  const verdict = gateBefore(state, textShapes[kind]).check(update, { mayWriteAs: () => true, stepsLeft });
  return verdict.kind === "refused" ? verdict.reason : null;
}

const port = parentPort;
if (port) {
  port.on("message", (examination: Examination) => port.postMessage({ examined: examineUpdate(examination) }));
  port.postMessage({ examined: null });
}
