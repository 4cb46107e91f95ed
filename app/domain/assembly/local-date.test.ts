import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, instantOf, isLocalDate, localDateOf, nearestMonday } from "./local-date";

const someDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const someDays = fc.integer({ min: -4000, max: 4000 });

describe("days of the calendar", () => {
  test("a day exists or it does not; leap years have one more", () => {
    for (const day of ["2026-01-01", "2028-02-29", "2000-02-29", "2026-12-31"])
      expect(isLocalDate(day), day).toBe(true);
    for (const text of ["2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00"]) {
      expect(isLocalDate(text), text).toBe(false);
    }
  });

  test("only one spelling is a day", () => {
    for (const text of ["", "2026-1-1", "01/02/2026", "2026-01-01T00:00", " 2026-01-01", "2026-01-01\n", "20260101"]) {
      expect(isLocalDate(text), JSON.stringify(text)).toBe(false);
    }
  });

  test("law: going some days on and as many back leads to the same day, and their distance is counted", () => {
    fc.assert(
      fc.property(someDay, someDays, (day, days) => {
        const other = addDays(day, days);
        expect(isLocalDate(other)).toBe(true);
        expect(addDays(other, -days)).toBe(day);
        expect(daysBetween(day, other)).toBe(days);
      }),
      { seed: 20261129 },
    );
  });

  test("law: later days are later texts", () => {
    fc.assert(
      fc.property(someDay, someDays, (day, days) => {
        expect(Math.sign(days)).toBe(addDays(day, days) > day ? 1 : addDays(day, days) < day ? -1 : 0);
      }),
      { seed: 20261130 },
    );
  });

  test("the days over a change of clocks are counted as days", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  });

  test("law: the nearest Monday is a Monday, at most three days away", () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const monday = nearestMonday(day);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(Math.abs(daysBetween(day, monday))).toBeLessThanOrEqual(3);
      }),
      { seed: 20261201 },
    );
  });

  test("a Monday is its own nearest; a Thursday goes back, a Friday goes on", () => {
    expect(["2026-03-16", "2026-03-19", "2026-03-20"].map(nearestMonday)).toEqual([
      "2026-03-16",
      "2026-03-16",
      "2026-03-23",
    ]);
  });
});

describe("days and instants", () => {
  test("one instant is two days in two places", () => {
    const at = new Date("2026-03-14T23:30:00Z");
    expect(localDateOf(at, "Europe/Paris")).toBe("2026-03-15");
    expect(localDateOf(at, "America/Montreal")).toBe("2026-03-14");
  });

  test("what was not checked to be a date is a fault of ours", () => {
    expect(() => instantOf("2026-02-30", "09:00", "Europe/Paris")).toThrow(RangeError);
    expect(() => instantOf("2026-02-01", "9 o'clock", "Europe/Paris")).toThrow(RangeError);
  });

  test("law: a time of a day, anywhere, is on that day", () => {
    const zone = fc.constantFrom("Europe/Paris", "America/Montreal", "Pacific/Auckland", "Indian/Reunion", "UTC");
    const time = fc.constantFrom("00:00", "09:45", "23:59");
    fc.assert(
      fc.property(someDay, time, zone, (day, at, timeZone) => {
        // Paris and Auckland have never changed their clocks across midnight since 1970; before, calendars differ.
        fc.pre(day >= "1970-01-02");
        expect(localDateOf(instantOf(day, at, timeZone), timeZone)).toBe(day);
      }),
      { seed: 20261202, numRuns: 60 },
    );
  });
});
