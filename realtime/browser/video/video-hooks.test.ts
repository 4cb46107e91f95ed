import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "./backoff";
import { noChoice, parseDeviceChoice } from "./device-choice";
import { grantAddress } from "./fetch-grant";
import type { VideoPlace } from "./video-room";

test("waits grow, spread out, and never exceed 22.5 s", () => {
  expect([0, 1, 2, 9].map((attempt) => backoffMs(attempt, 0.5))).toEqual([500, 1000, 2000, 15_000]);
  const chance = fc.float({ min: 0, max: Math.fround(0.999), noNaN: true });
  fc.assert(
    fc.property(fc.nat(60), chance, (attempt, drawn) => {
      const wait = backoffMs(attempt, drawn);
      expect(wait).toBeGreaterThanOrEqual(250);
      expect(wait).toBeLessThanOrEqual(22_500);
    }),
  );
});

test("a remembered choice is read back, and nonsense is no choice", () => {
  const choice = { ...noChoice, microphoneId: "m1", cameraOn: true, picture: "small" } as const;
  expect(parseDeviceChoice(JSON.stringify(choice))).toEqual(choice);
  for (const text of [null, "", "{", "null", "[]", '{"microphoneId":4,"cameraOn":"yes","picture":"huge"}']) {
    expect(parseDeviceChoice(text)).toEqual(noChoice);
  }
});

test("the way into a room is asked for where the person is", () => {
  const plenary = { kind: "plenary", assemblyId: "a", sessionId: "s" } as unknown as VideoPlace;
  expect(grantAddress("/fr", plenary)).toBe("/fr/assembly/a/session/s/video");
  const group = { ...plenary, kind: "group", groupId: "g" } as unknown as VideoPlace;
  expect(grantAddress("/fr", group)).toBe("/fr/assembly/a/session/s/video?group=g");
});
