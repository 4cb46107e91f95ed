import { expect, test } from "vitest";
import { HOUR_MS } from "~/app/domain/kernel/clock";
import { accept, refuse } from "~/app/domain/kernel/result";
import { createLog } from "../log/log";
import { fixedClock } from "../testing/test-app";
import type { Job } from "./job";
import { eachByItself, mustBeDone, runnerOf } from "./run-due";

const never = new AbortController().signal;

/** A job with these things due at each run; those named fail. Answers what was worked on, and when, in seconds. */
function worksOn(ids: readonly string[], failing: Set<string>, how: Partial<Job> = {}) {
  const clock = fixedClock();
  const startMs = clock.now().getTime();
  const done: string[] = [];
  const job: Job = {
    name: "sample",
    everyMs: 1000,
    due: async () =>
      ids.map((id) => ({
        id,
        work: async () => {
          done.push(`${id}@${(clock.now().getTime() - startMs) / 1000}`);
          if (failing.has(id)) throw new Error(`${id} fails`);
        },
      })),
    ...how,
  };
  const runner = runnerOf(job, { clock, log: createLog("silent") });
  return { clock, done, runner };
}

test("what fails holds up nothing behind it", async () => {
  const { done, runner } = worksOn(["a", "b", "c"], new Set(["a", "b"]));
  await runner.round(never);
  expect(done).toEqual(["a@0", "b@0", "c@0"]);
});

test("what failed is tried again after pauses that grow to an hour, and at once when it has worked", async () => {
  const failing = new Set(["a"]);
  const { clock, done, runner } = worksOn(["a"], failing);
  for (let second = 0; second < 4 * 3600; second += 5) {
    await runner.round(never);
    clock.advance(5000);
  }
  const seconds = done.map((one) => Number(one.slice(2)));
  const pauses = seconds.slice(1).map((at, place) => at - (seconds[place] ?? 0));
  expect(pauses).toEqual([15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
  failing.clear();
  clock.advance(HOUR_MS);
  done.length = 0;
  await runner.round(never);
  await runner.round(never);
  expect(done).toHaveLength(2);
});

test("a job that must not rest for long says so", async () => {
  const { clock, done, runner } = worksOn(["a"], new Set(["a"]), { longestPauseMs: 20_000 });
  for (let second = 0; second < 100; second += 5) {
    await runner.round(never);
    clock.advance(5000);
  }
  expect(done).toEqual(["a@0", "a@15", "a@35", "a@55", "a@75", "a@95"]);
});

test("what another did first is done; any other refusal is a failure", () => {
  expect(() => mustBeDone(refuse("vote-closed"), ["vote-closed"])).not.toThrow();
  expect(() => mustBeDone(accept(1))).not.toThrow();
  expect(() => mustBeDone(refuse("storage-busy"), ["vote-closed"])).toThrow("refused: storage-busy");
});

test("a list that comes in parts is asked for what is new, without what waits", async () => {
  const failing = new Set(["a", "b"]);
  const all = ["a", "b", "c", "d", "e"];
  const done: string[] = [];
  const due: Job["due"] = async (paused) =>
    all
      .filter((id) => !paused.includes(id) && !done.includes(id))
      .slice(0, 2)
      .map((id) => ({
        id,
        work: async () => {
          if (failing.has(id)) throw new Error(id);
          done.push(id);
        },
      }));
  const { runner } = worksOn([], failing, { due, inParts: true });
  await runner.round(never);
  expect(done).toEqual(["c", "d", "e"]);
});

test("what goes its own way is begun once, and keeps no run waiting", async () => {
  const begun: string[] = [];
  let end = (): void => undefined;
  const long = new Promise<void>((resolve) => {
    end = resolve;
  });
  const due: Job["due"] = async () =>
    ["a", "b"].map((id) => ({
      id,
      work: () => {
        begun.push(id);
        return long;
      },
    }));
  const { runner } = worksOn([], new Set(), { due, atOnce: "each-its-own-way" });
  await runner.round(never);
  await runner.round(never);
  expect(begun).toEqual(["a", "b"]);
  end();
  await runner.settled();
  await runner.round(never);
  expect(begun).toEqual(["a", "b", "a", "b"]);
});

test("nothing new is begun once the server stops", async () => {
  const stop = new AbortController();
  const done: string[] = [];
  const work = async () => {
    done.push("one");
    stop.abort();
  };
  const { runner } = worksOn([], new Set(), { due: async () => ["a", "b"].map((id) => ({ id, work })) });
  await runner.round(stop.signal);
  expect(done).toEqual(["one"]);
});

test("each of several things is worked on, and that some failed is told at the end", async () => {
  const seen: number[] = [];
  const work = async (number: number) => {
    seen.push(number);
    if (number < 3) throw new Error(`${number}`);
  };
  await expect(eachByItself([1, 2, 3], work)).rejects.toThrow("2 of them failed");
  await expect(eachByItself([2, 3], work)).rejects.toThrow("2");
  expect(seen).toEqual([1, 2, 3, 2, 3]);
});
