import { expect, test } from "vitest";
import { accept, refuse } from "~/app/domain/kernel/result";
import type { RefusalCode } from "~/app/domain/refusal-code";
import { judgeAnswer } from "./ask-policy";

const pause = (code: RefusalCode | null, attempt: number, chance = 0.5) => {
  const verdict = judgeAnswer({ answer: code === null ? null : refuse(code), attempt, chance });
  if (verdict.kind !== "again") throw new Error(`${code} is final`);
  return verdict.afterMs;
};

test("what is granted is final", () => {
  expect(judgeAnswer({ answer: accept(7), attempt: 3, chance: 0 })).toEqual({ kind: "granted", value: 7 });
});

test.each([
  "sign-in-needed",
  "not-your-group",
  "group-unknown",
  "session-unknown",
  "stream-unknown",
  "role-not-permitted",
  "storage-full",
  "fault-of-ours",
  "not-understood",
] as const)("%s is final", (code) => {
  expect(judgeAnswer({ answer: refuse(code), attempt: 0, chance: 0 })).toEqual({ kind: "refused", refusal: { code } });
});

test.each([null, "storage-busy", "too-many-commands"] as const)(
  "after %s each pause is twice the one before, up to 15 s",
  (code) => {
    const pauses = Array.from({ length: 8 }, (_, attempt) => pause(code, attempt));
    for (const [at, later] of pauses.slice(1).entries()) {
      const before = pauses[at] ?? 0;
      expect(later).toBe(Math.min(before * 2, 15_000));
    }
    expect(pauses.at(-1)).toBe(15_000);
  },
);

test("who asked too much at once is given twice the time", () => {
  expect(pause("too-many-commands", 0)).toBe(2 * pause("storage-busy", 0));
});

test("a hall that was answered the same at once comes back spread over as long as the pause", () => {
  expect([pause("storage-busy", 2, 0), pause("storage-busy", 2, 0.5), pause("storage-busy", 2, 0.999)]).toEqual([
    1000, 2000, 2998,
  ]);
});
