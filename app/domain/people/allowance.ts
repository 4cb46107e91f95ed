/** How often something may be done: so many times in a window and, once those are used, one more after each pause. */
export interface Allowance {
  readonly most: number;
  readonly windowMs: number;
  /** Without it, nothing more until the window is over. */
  readonly pauseMs?: number;
}

/** What was used of an allowance so far. Instants in ms. */
export interface Used {
  readonly windowStartMs: number;
  readonly count: number;
  /** The last use that was allowed. */
  readonly lastMs: number;
}

export interface Taken {
  readonly allowed: boolean;
  /** How many are left in the window. */
  readonly left: number;
  readonly used: Used;
}

/**
 * Takes one use. A refused one changes nothing, so that whoever keeps asking does not make others wait longer: with a pause, a refusal
 * means that one was allowed less than that pause ago.
 */
export function takeOne(used: Used | undefined, { most, windowMs, pauseMs }: Allowance, nowMs: number): Taken {
  const inWindow = used !== undefined && nowMs - used.windowStartMs < windowMs;
  if (!inWindow) return { allowed: true, left: most - 1, used: { windowStartMs: nowMs, count: 1, lastMs: nowMs } };
  if (used.count < most)
    return { allowed: true, left: most - used.count - 1, used: { ...used, count: used.count + 1, lastMs: nowMs } };
  const paused = pauseMs !== undefined && nowMs - used.lastMs >= pauseMs;
  return { allowed: paused, left: 0, used: paused ? { ...used, lastMs: nowMs } : used };
}
