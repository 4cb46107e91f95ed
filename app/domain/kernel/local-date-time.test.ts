import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { MINUTE_MS } from "./clock";
import { fromLocalDateTime, toLocalDateTime } from "./local-date-time";

const zones = ["Europe/Paris", "UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"];
const zone = fc.constantFrom(...zones, "America/St_Johns", "Africa/Casablanca", "Pacific/Chatham");
const minute = fc
  .integer({ min: Date.UTC(1995, 0, 1) / MINUTE_MS, max: Date.UTC(2060, 0, 1) / MINUTE_MS })
  .map((minutes) => minutes * MINUTE_MS);
/** Minutes around the clock changes of Paris, where most of it goes wrong. */
const nearChange = fc
  .record({
    change: fc.constantFrom(Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1), Date.UTC(2027, 2, 28, 1)),
    by: fc.integer({ min: -180, max: 180 }),
  })
  .map(({ change, by }) => change + by * MINUTE_MS);

describe("an instant in a zone", () => {
  it("is written and read back to the minute; of a time that comes twice, the first", () => {
    fc.assert(
      fc.property(fc.oneof(minute, nearChange), zone, (atMs, timeZone) => {
        const text = toLocalDateTime(atMs, timeZone);
        const read = fromLocalDateTime(text, timeZone) ?? Number.NaN;
        expect(toLocalDateTime(read, timeZone)).toBe(text);
        expect(read).toBeLessThanOrEqual(atMs);
        expect(atMs - read).toBeLessThanOrEqual(60 * MINUTE_MS);
      }),
      { numRuns: 120, verbose: 1 },
    );
  });

  it("loses its seconds, and nothing else", () => {
    const atMs = Date.UTC(2026, 2, 14, 8, 45, 59, 999);
    expect(toLocalDateTime(atMs, "Europe/Paris")).toBe("2026-03-14T09:45");
  });

  it("is the day before west of Greenwich, and the day after in the east", () => {
    const atMs = Date.UTC(2026, 0, 1, 0, 30);
    expect(toLocalDateTime(atMs, "America/New_York")).toBe("2025-12-31T19:30");
    expect(toLocalDateTime(atMs, "Asia/Kathmandu")).toBe("2026-01-01T06:15");
  });
});

describe("where the clock changes", () => {
  const paris = (text: string): string => new Date(fromLocalDateTime(text, "Europe/Paris") ?? 0).toISOString();

  test.each([
    ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T02:00", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25T01:59", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
  ])("%s in Paris is %s", (text, instant) => {
    expect(paris(text)).toBe(instant);
  });

  it("by half an hour only, too", () => {
    const read = (text: string) => new Date(fromLocalDateTime(text, "Australia/Lord_Howe") ?? 0).toISOString();
    expect([read("2026-04-05T01:45"), read("2026-04-05T02:00")]).toEqual([
      "2026-04-04T14:45:00.000Z",
      "2026-04-04T15:30:00.000Z",
    ]);
  });
});

test("a date alone is its midnight there", () => {
  expect(fromLocalDateTime("2026-07-14", "Europe/Paris")).toBe(Date.UTC(2026, 6, 13, 22));
});

test("seconds and spaces around are passed over", () => {
  const whole = fromLocalDateTime("2026-03-14T09:45", "Europe/Paris");
  for (const text of [" 2026-03-14T09:45 ", "2026-03-14T09:45:30", "2026-03-14T09:45:30.123"])
    expect(fromLocalDateTime(text, "Europe/Paris")).toBe(whole);
});

test.each([
  "",
  "tomorrow",
  "2026-02-29",
  "2026-02-30T10:00",
  "2026-13-01",
  "2026-00-10",
  "2026-03-14T24:00",
  "2026-03-14T25:00",
  "2026-03-14T10:60",
  "2026-03-14 10:00",
  "14/03/2026",
  "26-03-14",
  "2026-03-14T9:45",
])("%j is no date", (text) => {
  expect(fromLocalDateTime(text, "Europe/Paris")).toBeUndefined();
});
