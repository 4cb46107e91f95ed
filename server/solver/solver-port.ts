import type { ComputedDraw } from "~/app/domain/recruitment/kept-lottery";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { Forecast } from "~/app/domain/sortition/forecast-draw";

/** Writing down what was found takes a second or a few; on a machine that is busy otherwise, many times that. */
export const answerWithinMs = 60_000;

/** Something long under way on a thread of its own. */
export interface Running<Outcome> {
  /** Settles once; rejects only on our own faults. */
  readonly result: Promise<Outcome>;
  /**
   * Asks it to stop and say what it has: `result` settles in a second or two, as "stopped" unless it was done already. One that does not
   * answer within `answerWithinMs` is ended, as "unanswered".
   */
  stop(): void;
  /** Ends it at once, whatever it has: nobody waits for it any more. `result` settles as "unanswered" unless it was done already. */
  end(): void;
}

export type RunningDraw = Running<ComputedDraw>;
export type RunningForecast = Running<Forecast | { readonly status: "stopped" } | { readonly status: "unanswered" }>;

/** Where the application has draws computed. */
export interface DrawPort {
  start(request: DrawRequest, onProgress?: (progress: DrawProgress) => void): RunningDraw;
  /** What can be said of a draw before it is made: what is wrong, what clashes, or how tight each quota is. */
  forecast(request: DrawRequest, onProgress?: (progress: DrawProgress) => void): RunningForecast;
}
