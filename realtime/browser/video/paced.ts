/**
 * Does the work at once when it has rested for `everyMs`, else once at the end of that time, however often it is asked for meanwhile.
 * `callOff` forgets what is still to be done.
 */
export function paced(work: () => void, everyMs: number): { readonly ask: () => void; readonly callOff: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let doneAtMs = Number.NEGATIVE_INFINITY;
  const run = () => {
    timer = undefined;
    doneAtMs = performance.now();
    work();
  };
  return {
    ask() {
      if (timer !== undefined) return;
      const restMs = doneAtMs + everyMs - performance.now();
      if (restMs <= 0) run();
      else timer = setTimeout(run, restMs);
    },
    callOff() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
