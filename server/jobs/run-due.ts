import { type Clock, HOUR_MS } from "~/app/domain/kernel/clock";
import type { Result } from "~/app/domain/kernel/result";
import type { Log } from "../log/log";
import type { Due, Job } from "./job";

const FIRST_PAUSE_MS = 15_000;
/** Unless the job says otherwise. */
const LONGEST_PAUSE_MS = HOUR_MS;

export interface Runner {
  /** Works on what is due now, each thing by itself. Throws only when the job cannot say what is due. */
  round(stop: AbortSignal): Promise<void>;
  /** Until everything that goes its own way has ended. */
  settled(): Promise<void>;
}

interface Pause {
  readonly failures: number;
  readonly untilMs: number;
}

/**
 * Goes through what is due for a job. What fails is logged with its id and left alone for a while, fifteen seconds at first, twice as
 * long after each further failure, an hour at most unless the job says less; nothing behind it waits.
 */
export function runnerOf(job: Job, { clock, log }: { readonly clock: Clock; readonly log: Log }): Runner {
  const { longestPauseMs = LONGEST_PAUSE_MS } = job;
  const pauses = new Map<string, Pause>();
  const underWay = new Map<string, Promise<void>>();
  const attempt = async ({ id, work }: Due, stop: AbortSignal): Promise<void> => {
    try {
      await work(stop);
      pauses.delete(id);
    } catch (error) {
      const failures = (pauses.get(id)?.failures ?? 0) + 1;
      const againInMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), longestPauseMs);
      pauses.set(id, { failures, untilMs: clock.now().getTime() + againInMs });
      log.error({ err: error, job: job.name, item: id, failures, againInMs }, "one thing of a job failed");
    }
  };
  const begin = (due: Due, stop: AbortSignal): Promise<void> => {
    const ended = attempt(due, stop).finally(() => underWay.delete(due.id));
    underWay.set(due.id, ended);
    return ended;
  };
  const workOn = async (due: readonly Due[], stop: AbortSignal): Promise<void> => {
    const { atOnce = 1 } = job;
    if (atOnce === "each-its-own-way") {
      for (const one of due) void begin(one, stop);
      return;
    }
    const queue = [...due];
    const inTurn = async (): Promise<void> => {
      for (let one = queue.shift(); one && !stop.aborted; one = queue.shift()) await begin(one, stop);
    };
    await Promise.all(Array.from({ length: atOnce }, inTurn));
  };
  return {
    async round(stop) {
      const tried = new Set<string>();
      for (let more = true; more && !stop.aborted; ) {
        const paused = pausedAt(pauses, clock.now().getTime());
        const skipped = new Set([...paused, ...tried, ...underWay.keys()]);
        const due = (await job.due(paused)).filter(({ id }) => !skipped.has(id));
        for (const { id } of due) tried.add(id);
        await workOn(due, stop);
        more = job.inParts === true && due.length > 0;
      }
    },
    async settled() {
      await Promise.all(underWay.values());
    },
  };
}

/** What still waits; what has not failed again for long is forgotten. */
function pausedAt(pauses: Map<string, Pause>, nowMs: number): string[] {
  for (const [id, { untilMs }] of pauses) if (untilMs + 2 * LONGEST_PAUSE_MS < nowMs) pauses.delete(id);
  return [...pauses].flatMap(([id, { untilMs }]) => (untilMs > nowMs ? [id] : []));
}

/**
 * A job asks nobody: that what was due is refused is a failure, to be told and tried again, unless the refusal says that another did it
 * first (`already`, codes), or that it is to be looked at again.
 */
export function mustBeDone(result: Result<unknown>, already: readonly string[] = []): void {
  if (result.ok || already.includes(result.refusal.code)) return;
  throw new Error(`refused: ${result.refusal.code}`);
}

/** Works on each of several things whatever becomes of the others, one after the other; throws what failed first, at the end. */
export async function eachByItself<T>(things: Iterable<T>, work: (thing: T) => Promise<unknown>): Promise<void> {
  const failed: unknown[] = [];
  for (const thing of things) {
    try {
      await work(thing);
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length === 1) throw failed[0];
  if (failed.length > 1) throw new AggregateError(failed, `${failed.length} of them failed`);
}
