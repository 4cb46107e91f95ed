import type { ComputedDraw } from "~/app/domain/recruitment/kept-lottery";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { Forecast } from "~/app/domain/sortition/forecast-draw";

/** Something long under way on a thread of its own. */
export interface Running<Outcome> {
  /** Settles once; rejects only on our own faults. */
  readonly result: Promise<Outcome>;
  /** Asks it to stop: `result` settles within a second, as "stopped" unless it was done already. */
  stop(): void;
}

export type RunningDraw = Running<ComputedDraw>;
export type RunningForecast = Running<Forecast | { readonly status: "stopped" }>;

/** Where the application has draws computed. */
export interface DrawPort {
  start(request: DrawRequest, onProgress?: (progress: DrawProgress) => void): RunningDraw;
  /** What can be said of a draw before it is made: what is wrong, what clashes, or how tight each quota is. */
  forecast(request: DrawRequest, onProgress?: (progress: DrawProgress) => void): RunningForecast;
}
