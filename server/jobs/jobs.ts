import type { Clock } from "~/app/domain/kernel/clock";
import type { Log } from "../log/log";
import type { Job } from "./job";
import { runnerOf } from "./run-due";

export interface Jobs {
  /** Runs the job soon; several calls before it starts count as one. */
  wake(name: string): void;
  stop(): Promise<void>;
}

/** Runs each job every `everyMs` and when woken, never twice at the same time. */
export function startJobs(jobs: readonly Job[], tools: { readonly clock: Clock; readonly log: Log }): Jobs {
  const running = new Map(jobs.map((job) => [job.name, startJob(job, tools)]));
  return {
    wake(name) {
      running.get(name)?.wake();
    },
    async stop() {
      await Promise.all([...running.values()].map((job) => job.stop()));
    },
  };
}

function startJob(
  job: Job,
  tools: { readonly clock: Clock; readonly log: Log },
): { wake(): void; stop(): Promise<void> } {
  const runner = runnerOf(job, tools);
  const stopping = new AbortController();
  let again = false;
  let current: Promise<void> | null = null;
  const rounds = async (): Promise<void> => {
    do {
      again = false;
      await runner
        .round(stopping.signal)
        .catch((error: unknown) => tools.log.error({ err: error, job: job.name }, "a job does not know what is due"));
    } while (again && !stopping.signal.aborted);
    current = null;
  };
  const wake = (): void => {
    if (stopping.signal.aborted) return;
    if (current) again = true;
    else current = rounds();
  };
  const timer = setInterval(wake, job.everyMs);
  timer.unref();
  if (job.atStart) wake();
  return {
    wake,
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await current;
      await runner.settled();
    },
  };
}
