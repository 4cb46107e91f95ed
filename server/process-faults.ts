import { isBusy } from "~/db/violations";
import type { Log } from "./log/log";

export interface ProcessFaults {
  readonly log: Log;
  /** Closes in order and ends; what is asked when nobody knows any more what state the process is in. */
  readonly end: () => void;
}

/**
 * What no code caught. A rejected promise that nobody awaited has failed alone: its transaction was undone, and the process goes on. So
 * does one that lost an engine or a connection, whose next use opens another. Any other exception was thrown in the midst of something:
 * the process ends in order (`end`), and its supervisor starts it anew. Logged by type and place, without what the error is about.
 */
export function watchProcess({ log, end }: ProcessFaults): void {
  process.on("unhandledRejection", (reason) => {
    log.error({ err: reason }, "work that nobody waited for failed");
  });
  process.on("uncaughtException", (error) => {
    if (isBusy(error)) {
      log.error({ err: error }, "an engine or a connection failed where nobody listened");
      return;
    }
    log.fatal({ err: error }, "a fault that nothing caught: ending in order");
    end();
  });
}
