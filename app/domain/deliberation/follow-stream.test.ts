import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Followed, hearFact, type Reduce, takeSnapshot, type VersionedFact } from "./follow-stream";

/** A state that remembers every fact in it. */
type Log = readonly number[];
const append: Reduce<Log> = (log, { version, type }) => (type === "unknown" ? null : [...log, version]);
const fact = (version: number, type = "known"): VersionedFact => ({ version, type, payload: null });
const upTo = (version: number): Log => Array.from({ length: version }, (_, at) => at + 1);
const begun: Followed<Log> = { version: 0, state: [], early: [] };

describe("following a stream", () => {
  test("a fact that is next is applied; one that came already changes nothing", () => {
    const once = hearFact(begun, fact(1), append);
    expect(once.followed.state).toEqual([1]);
    expect(hearFact(once.followed, fact(1), append).followed).toEqual(once.followed);
  });

  test("a gap is noticed, and closed by the missing fact or by the snapshot", () => {
    const early = hearFact(begun, fact(2), append);
    expect([early.gap, early.followed.state]).toEqual([true, []]);
    expect(hearFact(early.followed, fact(1), append)).toMatchObject({ gap: false, followed: { state: [1, 2] } });
    const snapshot = { version: 1, state: [1] };
    expect(takeSnapshot(early.followed, snapshot, append)).toMatchObject({ gap: false, followed: { state: [1, 2] } });
  });

  test("a fact that this page does not know is a gap until a snapshot holds it", () => {
    const heard = hearFact(begun, fact(1, "unknown"), append);
    expect(heard.gap).toBe(true);
    expect(takeSnapshot(heard.followed, { version: 1, state: [1] }, append).gap).toBe(false);
  });

  test("a snapshot older than what is known is left aside", () => {
    const known = { version: 3, state: upTo(3), early: [] };
    expect(takeSnapshot(known, { version: 2, state: upTo(2) }, append).followed).toBe(known);
  });

  test("whatever the order, the repeats and the snapshots between, all facts lead to the same state", () => {
    const deliveries = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 12 })), { maxLength: 60 });
    fc.assert(
      fc.property(deliveries, fc.integer({ min: 0, max: 12 }), (arrivals, last) => {
        const heard = arrivals.reduce<Followed<Log>>(
          (followed, [whole, version]) =>
            whole
              ? takeSnapshot(followed, { version, state: upTo(version) }, append).followed
              : hearFact(followed, fact(version), append).followed,
          begun,
        );
        expect(heard.state).toEqual(upTo(heard.version));
        const end = takeSnapshot(heard, { version: last, state: upTo(last) }, append).followed;
        expect(end.state).toEqual(upTo(end.version));
        expect(end.version).toBeGreaterThanOrEqual(last);
      }),
      { seed: 20260314 },
    );
  });
});
