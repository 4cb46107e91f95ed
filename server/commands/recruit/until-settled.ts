import { describeDatabaseError } from "~/db/violations";
import type { App } from "../../context";
import type { Running } from "../../solver/solver-port";

/** How often it is looked whether a running computation is still wanted: reads only, some tens of microseconds each. */
const LOOK_MS = 250;

/** For work that nothing ends from outside. */
export function neverEnding(): AbortSignal {
  return new AbortController().signal;
}

/** The computation is still wanted; it is to stop and say what it has; or it is somebody else's by now. */
export type Look = "go-on" | "stop" | "leave";

interface Watch {
  /** Keeps the lease, and says whether the computation is still wanted. */
  look(): Promise<Look>;
  /** This server stops. */
  readonly ending: AbortSignal;
}

/**
 * Waits for a computation on another thread and looks after it meanwhile. What fails for our own fault is logged and answered as
 * "failed"; one that is to stop is waited for, because it says what it has found; when this server stops first, or another has taken over,
 * it is ended at once and answered as "left". A look that fails
 * (the database is away for a moment) ends nothing: minutes of computing do not hang on it.
 */
export async function untilSettled<Outcome>(
  app: App,
  running: Running<Outcome>,
  { look, ending }: Watch,
): Promise<Outcome | "failed" | "left"> {
  const ended: { outcome?: Outcome | "failed" } = {};
  const settled = running.result.then(
    (value) => {
      ended.outcome = value;
    },
    (error: unknown) => {
      app.log.error({ err: error }, "a computation failed");
      ended.outcome = "failed";
    },
  );
  while (ended.outcome === undefined) {
    await Promise.race([settled, pause(LOOK_MS, ending)]);
    if (ended.outcome !== undefined) break;
    const seen = ending.aborted ? "leave" : await seenBy(look, app);
    if (seen === "stop") running.stop();
    if (seen !== "leave") continue;
    running.end();
    await settled;
    return "left";
  }
  return ended.outcome;
}

async function seenBy(look: Watch["look"], { log }: App): Promise<Look> {
  try {
    return await look();
  } catch (error) {
    log.warn({ reason: describeDatabaseError(error) }, "a computation could not be looked after; it goes on");
    return "go-on";
  }
}

/** Waits so long, or until this server stops. */
function pause(ms: number, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      ending.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    ending.addEventListener("abort", end);
    if (ending.aborted) end();
  });
}
