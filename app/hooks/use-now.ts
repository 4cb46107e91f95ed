import { useEffect, useState } from "react";
import { useServerClock } from "./use-server-clock";

/**
 * The server's now in ms, shown anew at each step of its clock (a timer per step, so that a sleeping tab catches up at once
 * and never queues ticks). The first render, on both sides, is the time of the answer.
 */
export function useNow(stepMs = 1000): number {
  const clock = useServerClock();
  const [now, setNow] = useState(clock.answeredMs);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = clock.nowMs();
      setNow(at);
      timer = setTimeout(tick, stepMs - (at % stepMs) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [clock, stepMs]);
  return now;
}
