import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deviceTroubleOf, deviceTroubles, HEARD_LEVEL, readinessOf, SLOW_ROUND_TRIP_MS } from "./device-check";

const good = { microphoneLevel: 0.3, speaker: true, roundTripMs: 40 };

describe("whether somebody can take part", () => {
  test("at the borders: just loud enough is heard, just fast enough is fast", () => {
    expect(readinessOf({ ...good, microphoneLevel: HEARD_LEVEL })).toBe("ready");
    expect(readinessOf({ ...good, microphoneLevel: HEARD_LEVEL - 0.001 })).toBe("can-follow");
    expect(readinessOf({ ...good, roundTripMs: SLOW_ROUND_TRIP_MS })).toBe("ready");
    expect(readinessOf({ ...good, roundTripMs: SLOW_ROUND_TRIP_MS + 1 })).toBe("can-follow");
  });

  test("who is heard but hears nothing can follow, by reading", () => {
    expect(readinessOf({ ...good, speaker: false })).toBe("can-follow");
  });

  test("law: a better microphone, speaker or connection never makes anybody less ready", () => {
    const rank = { "needs-help": 0, "can-follow": 1, ready: 2 } as const;
    const level = fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1, noNaN: true }));
    const trip = fc.oneof(fc.constant(null), fc.nat(2000));
    fc.assert(
      fc.property(level, fc.boolean(), trip, (microphoneLevel, speaker, roundTripMs) => {
        const now = rank[readinessOf({ microphoneLevel, speaker, roundTripMs })];
        const better = [
          { microphoneLevel: 1, speaker, roundTripMs },
          { microphoneLevel, speaker: true, roundTripMs },
          { microphoneLevel, speaker, roundTripMs: Math.min(roundTripMs ?? 0, 10) },
        ];
        for (const one of better) expect(rank[readinessOf(one)]).toBeGreaterThanOrEqual(now);
      }),
      { seed: 20261129, numRuns: 200 },
    );
  });
});

describe("what stands in the way of a microphone", () => {
  test("is told from the names that browsers, old and new, give it", () => {
    const names = {
      denied: ["NotAllowedError", "PermissionDeniedError", "SecurityError"],
      none: ["NotFoundError", "DevicesNotFoundError", "OverconstrainedError"],
      busy: ["NotReadableError", "TrackStartError", "AbortError"],
      unsupported: ["TypeError"],
      unknown: ["RangeError", ""],
    };
    for (const [trouble, all] of Object.entries(names)) {
      for (const name of all) expect(deviceTroubleOf({ name }), name).toBe(trouble);
    }
  });

  test("is unknown where nothing was said", () => {
    for (const nothing of [null, undefined, {}]) expect(deviceTroubleOf(nothing)).toBe("unknown");
  });

  test("law: is always one that the screens have a sentence for", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(deviceTroubles).toContain(deviceTroubleOf({ name }));
      }),
      { seed: 20261129 },
    );
  });
});
