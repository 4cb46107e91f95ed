import type { App } from "../../context";
import type { Running } from "../../solver/solver-port";

/** How often a running computation's progress is written down and a wish to stop is looked for. */
const LOOK_MS = 150;

/** For work that nothing ends from outside. */
export function neverEnding(): AbortSignal {
  return new AbortController().signal;
}

interface Watch {
  /** Writes the progress down and says whether the computation is still wanted. */
  look(): Promise<"go-on" | "stop">;
  /** This server stops. */
  readonly ending: AbortSignal;
}

/**
 * Waits for a computation on another thread and looks after it meanwhile. What fails for our own fault is logged and answered as
 * "failed"; when this server stops first, the computation is ended and answered as "left", for whoever takes it up.
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
  try {
    while (ended.outcome === undefined) {
      await Promise.race([settled, pause(LOOK_MS, ending)]);
      if (ended.outcome === undefined && ending.aborted) {
        running.stop();
        await settled;
        return "left";
      }
      if (ended.outcome === undefined && (await look()) === "stop") running.stop();
    }
    return ended.outcome;
  } catch (error) {
    running.stop();
    throw error;
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
