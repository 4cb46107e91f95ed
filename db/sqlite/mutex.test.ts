import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isBusy } from "../violations";
import { Mutex } from "./mutex";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("work is done one at a time, in the order of asking, also after a failure", async () => {
  const mutex = new Mutex();
  const seen: string[] = [];
  const job = (name: string) =>
    mutex.run(async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === "a") throw new Error("a fails");
    });
  await Promise.allSettled([job("a"), job("b"), job("c")]);
  expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("who waits too long is told that the store is busy, and the next still gets its turn", async () => {
  const mutex = new Mutex();
  let finish = () => {};
  const long = mutex.run(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const tooLate = mutex.run(() => "never").catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(isBusy(await tooLate)).toBe(true);
  const next = mutex.run(() => "done");
  finish();
  await long;
  expect(await next).toBe("done");
});
