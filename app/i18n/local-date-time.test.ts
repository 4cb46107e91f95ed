import { fromAbsolute, parseDateTime, toZoned } from "@internationalized/date";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fromLocalDateTime, toLocalDateTime } from "../domain/kernel/local-date-time";

it("reads a local time in its zone, summer and winter", () => {
  expect(fromLocalDateTime("2026-01-14T09:45", "Europe/Paris")).toBe(Date.UTC(2026, 0, 14, 8, 45));
  expect(fromLocalDateTime("2026-07-14T09:45", "Europe/Paris")).toBe(Date.UTC(2026, 6, 14, 7, 45));
});

it("refuses a day that does not exist", () => {
  expect(fromLocalDateTime("2026-02-30T09:45", "Europe/Paris")).toBeUndefined();
  expect(fromLocalDateTime("demain", "Europe/Paris")).toBeUndefined();
});

it("moves a time skipped in spring to the hour after, and takes the first of a doubled one", () => {
  expect(fromLocalDateTime("2026-03-29T02:30", "Europe/Paris")).toBe(Date.UTC(2026, 2, 29, 1, 30));
  expect(fromLocalDateTime("2026-10-25T02:30", "Europe/Paris")).toBe(Date.UTC(2026, 9, 25, 0, 30));
});

it("finds every minute again, except the second of a doubled hour", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 28_000_000, max: 32_000_000 }),
      fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"),
      (minutes, zone) => {
        const at = minutes * 60_000;
        const again = fromLocalDateTime(toLocalDateTime(at, zone), zone);
        expect([at, at - 3_600_000]).toContain(again);
      },
    ),
  );
});

it("agrees with React Aria's calendar on Sunday nights, when clocks change, by half an hour too", () => {
  const nights = fc
    .record({
      zone: fc.constantFrom("Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"),
      // 2 January 2000 was a Sunday.
      week: fc.integer({ min: 0, max: 40 * 52 }),
      minute: fc.integer({ min: 0, max: 5 * 60 }),
    })
    .map(({ zone, week, minute }) => {
      const wall = new Date(Date.UTC(2000, 0, 2 + 7 * week, 0, minute));
      return { zone, text: wall.toISOString().slice(0, 16) };
    });
  fc.assert(
    fc.property(nights, ({ zone, text }) => {
      const at = fromLocalDateTime(text, zone) ?? Number.NaN;
      expect(at).toBe(toZoned(parseDateTime(text), zone, "compatible").toDate().getTime());
      expect(toLocalDateTime(at, zone)).toBe(fromAbsolute(at, zone).toString().slice(0, 16));
    }),
    { numRuns: 400 },
  );
});
