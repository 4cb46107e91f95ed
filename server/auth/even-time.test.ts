import { expect, test } from "vitest";
import { inEvenTime, type Timing } from "./even-time";

function timing() {
  let nowMs = 5000;
  const wait = async (ms: number): Promise<void> => {
    nowMs += ms;
  };
  return { nowMs: () => nowMs, wait, work: (ms: number) => () => wait(ms) } satisfies Timing & { work: unknown };
}

test("whatever the work takes, its answer comes at the end of a whole step", async () => {
  const answeredAfter = async (ms: number): Promise<number> => {
    const clock = timing();
    await inEvenTime(clock.work(ms), clock);
    return clock.nowMs() - 5000;
  };
  expect(await Promise.all([0, 0.4, 1.1, 20, 99, 101, 250].map(answeredAfter))).toEqual([
    100, 100, 100, 100, 100, 200, 300,
  ]);
});

test("a fault, too, is told in even time", async () => {
  const clock = timing();
  const failing = inEvenTime(async () => {
    await clock.work(7)();
    throw new Error("ours");
  }, clock);
  await expect(failing).rejects.toThrow("ours");
  expect(clock.nowMs()).toBe(5100);
});
