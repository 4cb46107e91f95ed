import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS } from "../kernel/clock";
import { fromLocalDateTime, toLocalDateTime } from "../kernel/local-date-time";
import { eveningAfter } from "./evening-after";

const at = (text: string, timeZone = "Europe/Paris"): number => fromLocalDateTime(text, timeZone) ?? Number.NaN;
const evening = (text: string, days: number): string =>
  toLocalDateTime(eveningAfter(days, { nowMs: at(text), timeZone: "Europe/Paris" }), "Europe/Paris");

test("a deadline is at eight in the evening there, so many days of the calendar from now, whenever it is asked for", () => {
  const zones = fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC");
  const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
  fc.assert(
    fc.property(moment, zones, fc.integer({ min: 0, max: 60 }), (nowMs, timeZone, days) => {
      const local = toLocalDateTime(eveningAfter(days, { nowMs, timeZone }), timeZone);
      const today = Date.parse(toLocalDateTime(nowMs, timeZone).slice(0, 10));
      expect(local.slice(11)).toBe("20:00");
      expect((Date.parse(local.slice(0, 10)) - today) / DAY_MS).toBe(days);
    }),
    { numRuns: 60, verbose: 1 },
  );
});

test("a night on which the clock changes neither adds a day nor takes one", () => {
  expect(evening("2026-03-28T23:30", 1)).toBe("2026-03-29T20:00");
  expect(evening("2026-10-25T00:30", 1)).toBe("2026-10-26T20:00");
  expect(evening("2026-03-20T23:59", 14)).toBe("2026-04-03T20:00");
});

test("no days from now is this evening, also when it is over", () => {
  expect(evening("2026-05-01T09:00", 0)).toBe("2026-05-01T20:00");
  expect(evening("2026-05-01T21:00", 0)).toBe("2026-05-01T20:00");
});
