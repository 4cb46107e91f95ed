import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paced } from "./paced";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is asked for after a rest is done at once; a burst is done once more, at its end", () => {
  const work = vi.fn();
  const { ask } = paced(work, 50);
  for (let time = 0; time < 20; time += 1) ask();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(49);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(50);
  ask();
  expect(work).toHaveBeenCalledTimes(3);
});

test("what is called off is not done any more, and can be asked for again", () => {
  const work = vi.fn();
  const { ask, callOff } = paced(work, 50);
  ask();
  ask();
  callOff();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(1);
  ask();
  expect(work).toHaveBeenCalledTimes(2);
});
