export interface Timed {
  readonly done: boolean;
  readonly minutes: number;
}

/** How far somebody is: steps done and in all, and the minutes that what is left will take. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly minutesLeft: number;
}

export function progressOf(steps: readonly Timed[]): Progress {
  const left = steps.filter(({ done }) => !done);
  return {
    done: steps.length - left.length,
    total: steps.length,
    minutesLeft: left.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
