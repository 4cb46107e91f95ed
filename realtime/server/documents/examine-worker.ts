import { parentPort } from "node:worker_threads";
import { textShapes } from "~/app/domain/drafting/text-shape";
import type { Examination, Examined } from "./examination";
import { gateBefore } from "./update-gate";

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
