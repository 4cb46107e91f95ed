import { type DrawControl, leaveIfStopped } from "~/app/domain/sortition/draw-control";
import { drawPanel } from "~/app/domain/sortition/draw-panel";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { DrawOutcome } from "~/app/domain/sortition/draw-result";
import { measureTightness, type Tightness } from "~/app/domain/sortition/measure-tightness";
import { highsSolver } from "./highs-solver";

/** One draw with the product's solver, on this thread: only for workers, commands and tests. */
export async function runDraw(request: DrawRequest, control: DrawControl): Promise<DrawOutcome> {
  const solver = await highsSolver(() => control.stopAsked());
  leaveIfStopped(control);
  return drawPanel(request, solver, control);
}

/** How tight each quota is, before the draw; nothing when the quotas cannot be met. */
export async function runTightness(request: DrawRequest, control: DrawControl): Promise<Tightness | undefined> {
  return measureTightness(request, { solver: await highsSolver(() => control.stopAsked()), control });
}
