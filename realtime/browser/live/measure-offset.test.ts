import { expect, test } from "vitest";
import { measureOffset } from "./measure-offset";

/** Each question takes as long as it says, in ms; null: it is not answered. */
function aClock(roundTripsMs: readonly (number | null)[], aheadMs: number) {
  let now = 0;
  let asked = 0;
  const ask = async (): Promise<number> => {
    const roundTripMs = roundTripsMs[asked] ?? null;
    asked += 1;
    if (roundTripMs === null) throw new Error("no answer");
    now += roundTripMs;
    return now - roundTripMs / 2 + aheadMs;
  };
  return measureOffset(ask, () => now);
}

test("the offset is of the question that was answered fastest", async () => {
  expect(await aClock([900, 20, 400, 60], 5_000)).toBe(5_000);
});

test("what was measured before the line went counts", async () => {
  expect(await aClock([100, null], 5_000)).toBe(5_000);
});

test("a clock that says nothing is no offset: it is asked again later", async () => {
  await expect(aClock([null], 5_000)).rejects.toThrow("no answer");
});
