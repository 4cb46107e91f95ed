import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import { Heartbeat } from "./heartbeat";
import { PRESENCE_PAUSE_MS, Presence } from "./presence";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ROUND_TRIP_MS = 20;

/** A page that answers while its line is up. */
function page() {
  const line = { up: true };
  const told: string[] = [];
  const heartbeat = new Heartbeat({
    ask: (answered) => line.up && setTimeout(answered, ROUND_TRIP_MS),
    silent: () => told.push("silent"),
    heard: () => told.push("heard"),
    nowMs: () => performance.now(),
  });
  return { line, told, heartbeat };
}

test("a page that answers is never silent", () => {
  const { heartbeat, told } = page();
  heartbeat.start();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
  heartbeat.stop();
});

test("L15: a page that does not answer any more is silent at the third question, and heard again when it answers", () => {
  const { heartbeat, told, line } = page();
  heartbeat.start();
  // Right after an answer.
  vi.advanceTimersByTime(10_000 + 2 * ROUND_TRIP_MS);
  line.up = false;
  vi.advanceTimersByTime(2_900);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(told).toEqual(["silent"]);
  vi.advanceTimersByTime(20_000);
  line.up = true;
  vi.advanceTimersByTime(1_000 + ROUND_TRIP_MS);
  expect(told).toEqual(["silent", "heard"]);
  heartbeat.stop();
});

test("when it does not matter any more nobody stays silent, and nothing is asked", () => {
  const { heartbeat, told, line } = page();
  line.up = false;
  heartbeat.start();
  vi.advanceTimersByTime(5_000);
  heartbeat.stop();
  expect(told).toEqual(["silent", "heard"]);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(["silent", "heard"]);
});

test("L15: who is silent on their only page is not present, and is again once they are heard", () => {
  const odette = "odette" as ParticipationId;
  const told: (readonly ParticipationId[])[] = [];
  const presence = new Presence((_, present) => told.push(present));
  const [laptop, phone] = [presence.attend(), presence.attend()];
  laptop.enter("session" as SessionId, [odette]);
  vi.advanceTimersByTime(PRESENCE_PAUSE_MS);
  laptop.silence(true);
  vi.advanceTimersByTime(PRESENCE_PAUSE_MS);
  phone.enter("session" as SessionId, [odette]);
  vi.advanceTimersByTime(PRESENCE_PAUSE_MS);
  phone.end();
  laptop.silence(false);
  vi.advanceTimersByTime(PRESENCE_PAUSE_MS);
  expect(told).toEqual([[odette], [], [odette], [odette]]);
});
