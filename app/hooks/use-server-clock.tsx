import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useRootData } from "./use-root-data";

export interface ServerClock {
  /** Server's clock minus this device's clock, in ms. */
  readonly offsetMs: number;
  /** The server's now (UTC ms), as far as this device can tell. */
  nowMs(): number;
  /** The server's now when the page was answered: what server and first render agree on. */
  readonly answeredMs: number;
}

const MeasuredOffset = createContext<number | undefined>(undefined);

/** Live pages measure the offset on their socket and give it here; other pages use the time of the answer. */
export function ServerClockProvider({ offsetMs, children }: { offsetMs: number | undefined; children: ReactNode }) {
  return <MeasuredOffset.Provider value={offsetMs}>{children}</MeasuredOffset.Provider>;
}

/** The server's clock, so that a countdown is right on a device whose own clock is wrong. */
export function useServerClock(): ServerClock {
  const root = useRootData();
  const measured = useContext(MeasuredOffset);
  const [first] = useState(() => ({ answeredMs: root?.nowMs ?? Date.now(), shownMs: Date.now() }));
  const offsetMs = measured ?? first.answeredMs - first.shownMs;
  return useMemo(
    () => ({ offsetMs, answeredMs: first.answeredMs, nowMs: () => Date.now() + offsetMs }),
    [offsetMs, first.answeredMs],
  );
}
