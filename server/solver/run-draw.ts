import { type DrawControl, leaveIfStopped } from "~/app/domain/sortition/draw-control";
import { drawPanel } from "~/app/domain/sortition/draw-panel";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { DrawOutcome } from "~/app/domain/sortition/draw-result";
import { type Forecast, forecastDraw } from "~/app/domain/sortition/forecast-draw";
import { highsSolver } from "./highs-solver";

/** One draw with the product's solver, on this thread: only for workers, commands and tests. */
export async function runDraw(request: DrawRequest, control: DrawControl): Promise<DrawOutcome> {
  const solver = await highsSolver(() => control.stopAsked());
  leaveIfStopped(control);
  return drawPanel(request, solver, control);
}

/** What can be said of a draw before it is made, on this thread. */
export async function runForecast(request: DrawRequest, control: DrawControl): Promise<Forecast> {
  const solver = await highsSolver(() => control.stopAsked());
  leaveIfStopped(control);
  return forecastDraw(request, { solver, control });
}
