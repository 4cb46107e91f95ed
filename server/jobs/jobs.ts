import type { Log } from "../log/log";

/** Work that is due at some time. A job leases its rows by compare-and-set, so that two instances never do one thing twice. */
export interface Job {
  readonly name: string;
  /** How long to wait between two runs when nobody wakes it, in milliseconds. */
  readonly everyMs: number;
  /** `stop` is given up when the server closes: long work then ends at its next stop, and goes on after the next start. */
  run(stop?: AbortSignal): Promise<void>;
  /** Runs also when the server starts: what another one left is taken up at once. */
  readonly atStart?: boolean;
  /** Ends what the job has under way beside its runs, when the server stops. */
  end?(): Promise<void>;
}

export interface Jobs {
  /** Runs the job soon; several calls before it starts count as one. */
  wake(name: string): void;
  stop(): Promise<void>;
}

/** Runs each job every `everyMs` and when woken, never twice at the same time. */
export function startJobs(jobs: readonly Job[], log: Log): Jobs {
  const running = new Map(jobs.map((job) => [job.name, startJob(job, log)]));
  return {
    wake(name) {
      running.get(name)?.wake();
    },
    async stop() {
      await Promise.all([...running.values()].map((job) => job.stop()));
    },
  };
}

function startJob(job: Job, log: Log): { wake(): void; stop(): Promise<void> } {
  const stopping = new AbortController();
  let again = false;
  let current: Promise<void> | null = null;
  const round = async (): Promise<void> => {
    do {
      again = false;
      await job.run(stopping.signal).catch((error: unknown) => log.error({ err: error, job: job.name }, "job failed"));
    } while (again && !stopping.signal.aborted);
    current = null;
  };
  const wake = (): void => {
    if (stopping.signal.aborted) return;
    if (current) again = true;
    else current = round();
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
      await job.end?.();
    },
  };
}
