import { neverEnding } from "../commands/recruit/until-settled";
import type { App } from "../context";
import type { Job } from "../jobs/job";
import { runnerOf } from "../jobs/run-due";

/** One run of a job, as the server makes it, with nothing remembered of runs before. */
export function runJob(job: Job, app: App, stop: AbortSignal = neverEnding()): Promise<void> {
  return runnerOf(job, app).round(stop);
}
