import type { App } from "../../context";
import type { Running } from "../../solver/solver-port";

/** How often a running computation's progress is written down and a wish to stop is looked for. */
const LOOK_MS = 150;

/**
 * Waits for a computation on another thread and looks after it meanwhile: `look` writes its progress down and says whether it is
 * still wanted. What fails for our own fault is logged and answered as "failed".
 */
export async function untilSettled<Outcome>(
  app: App,
  running: Running<Outcome>,
  look: () => Promise<"go-on" | "stop">,
): Promise<Outcome | "failed"> {
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
      await Promise.race([settled, pause(LOOK_MS)]);
      if (ended.outcome === undefined && (await look()) === "stop") running.stop();
    }
    return ended.outcome;
  } catch (error) {
    running.stop();
    throw error;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
