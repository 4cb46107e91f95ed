import { setTimeout as wait } from "node:timers/promises";

/** A tenth of a second: nobody minds it, and what an address being known changes is a hundred times shorter. */
export const STEP_MS = 100;

export interface Timing {
  nowMs(): number;
  wait(ms: number): Promise<unknown>;
}

const real: Timing = { nowMs: () => performance.now(), wait: (ms) => wait(ms) };

/**
 * Answers at the end of a whole step of time, so that how long the work took does not tell whether an address is known here. Also when
 * it throws.
 */
export async function inEvenTime<T>(work: () => Promise<T>, timing: Timing = real): Promise<T> {
  const startMs = timing.nowMs();
  try {
    return await work();
  } finally {
    await timing.wait(STEP_MS - ((timing.nowMs() - startMs) % STEP_MS));
  }
}
