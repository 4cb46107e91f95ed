import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS } from "../kernel/clock";
import { callReasons, callsMatter, type MemberSeen, whyCall } from "./who-to-call";

const nowMs = Date.parse("2026-03-14T08:00:00Z");
const inDays = (days: number): number => nowMs + days * DAY_MS;

const member: MemberSeen = {
  id: "m",
  hasEmail: true,
  hasCard: false,
  lastSeenAtMs: inDays(-1),
  joinedAtMs: inDays(-10),
  device: "ready",
};
const why = (changes: Partial<MemberSeen>, nextOnlineAtMs: number | null = inDays(2)) =>
  whyCall({ ...member, ...changes }, { nowMs, nextOnlineAtMs });

describe("who needs a call", () => {
  test("nobody who signed in and can take part", () => {
    expect(why({})).toBeUndefined();
    expect(why({ device: "can-follow" })).toBeUndefined();
  });

  test("whose device failed, who never came, who made no check in time, who has no way in", () => {
    expect(why({ device: "needs-help" })).toBe("device-trouble");
    expect(why({ lastSeenAtMs: null, device: null })).toBe("never-signed-in");
    expect(why({ device: null })).toBe("no-device-check");
    expect(why({ lastSeenAtMs: null, hasEmail: false })).toBe("no-way-in");
  });

  test("who joined three days ago is left the time to come in; a card is a way in", () => {
    const joined = { lastSeenAtMs: null, device: "ready" } as const;
    expect(why({ ...joined, joinedAtMs: inDays(-3) })).toBeUndefined();
    expect(why({ ...joined, joinedAtMs: inDays(-3) - 1 })).toBe("never-signed-in");
    expect(why({ ...joined, joinedAtMs: nowMs, hasEmail: false, hasCard: true })).toBeUndefined();
  });

  test("nobody for a missing check while no online session is less than a week away", () => {
    expect(why({ device: null }, inDays(7))).toBeUndefined();
    expect(why({ device: null }, inDays(7) - 1)).toBe("no-device-check");
    expect(why({ device: null }, null)).toBeUndefined();
  });

  test("nobody any more once all is published", () => {
    expect(callsMatter(["decision", "publication"])).toBe(true);
    expect(callsMatter([])).toBe(true);
    expect(callsMatter(["publication"])).toBe(false);
    expect(callsMatter(["publication", "follow-up"])).toBe(false);
  });

  test("law: the check of a device never makes a call less pressing than it was without trouble", () => {
    const seen = fc.record({
      hasEmail: fc.boolean(),
      hasCard: fc.boolean(),
      lastSeenAtMs: fc.constantFrom(null, inDays(-1)),
      joinedAtMs: fc.constantFrom(inDays(-10), inDays(-1)),
      device: fc.constantFrom("ready" as const, "can-follow" as const, null),
    });
    fc.assert(
      fc.property(seen, fc.constantFrom(null, inDays(1), inDays(30)), (changes, next) => {
        expect(why({ ...changes, device: "needs-help" }, next)).toBe(callReasons[0]);
        if (why(changes, next) === undefined)
          expect(changes.lastSeenAtMs !== null || changes.hasEmail || changes.hasCard).toBe(true);
      }),
      { seed: 20261129 },
    );
  });
});
