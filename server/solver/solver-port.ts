import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { DrawOutcome } from "~/app/domain/sortition/draw-result";
import type { Tightness } from "~/app/domain/sortition/measure-tightness";

/** A draw under way. */
export interface RunningDraw {
  /** Settles once; rejects only on our own faults. */
  readonly result: Promise<DrawOutcome>;
  /** Asks the draw to stop: `result` settles within a second, as "stopped" unless it was done already. */
  stop(): void;
}

/** Where the application has draws computed. */
export interface DrawPort {
  start(request: DrawRequest, onProgress?: (progress: DrawProgress) => void): RunningDraw;
  /** How tight each quota of a valid request is; nothing when the quotas cannot be met. */
  measure(request: DrawRequest): Promise<Tightness | undefined>;
}
