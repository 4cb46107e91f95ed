import { expect, test } from "vitest";
import { formatDayRange } from "./format-day-range";

const range = (from: string, to: string, locale: "fr" | "en" = "fr"): string =>
  formatDayRange({
    fromMs: Date.parse(`${from}T10:00:00Z`),
    toMs: Date.parse(`${to}T10:00:00Z`),
    timeZone: "Europe/Paris",
    locale,
  });

test("days of one month share it, months of one year share it, other years are said in full", () => {
  expect(range("2026-08-08", "2026-08-28")).toBe("8\u00a0–\u00a028 août 2026");
  expect(range("2026-08-29", "2026-09-25")).toBe("29 août – 25 septembre 2026");
  expect(range("2026-12-25", "2027-01-14")).toBe("25 décembre 2026 – 14 janvier 2027");
});

test("the first of a month is said as French says it, and one day is a day", () => {
  expect(range("2026-11-01", "2026-12-01")).toBe("1er novembre – 1er décembre 2026");
  expect(range("2026-11-01", "2026-11-01")).toBe("1er novembre 2026");
  expect(range("2026-11-02", "2026-11-09", "en")).toBe("2\u00a0–\u00a09 November 2026");
});
