import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssemblyId } from "../kernel/ids";
import { journalFilter, readJournalSearch } from "./journal-search";

const read = (asked: string) => readJournalSearch(new URLSearchParams(asked));
const odette = "O".repeat(22);
const paris = { id: "assembly" as AssemblyId, timeZone: "Europe/Paris" };

describe("what a reader of the journal asks for", () => {
  test("is read as it is written in the address", () => {
    expect(read(`action=draw.make&person=${odette}&from=2026-03-01&until=2026-03-31&page=4`)).toEqual({
      action: "draw.make",
      person: odette,
      from: "2026-03-01",
      until: "2026-03-31",
      page: 4,
    });
  });

  test("is everything, from the first page, where nothing is asked", () => {
    expect(read("")).toEqual({ page: 1 });
    expect(read("action=&person=&from=&until=&page=")).toEqual({ page: 1 });
  });

  test("leaves out days that do not exist and pages that cannot be", () => {
    for (const day of ["2026-02-30", "tomorrow", "2026-3-1", "2026-03-01T10:00"]) {
      expect(read(`from=${day}&until=${day}`), day).toEqual({ page: 1 });
    }
    for (const page of ["0", "-1", "1.5", "two", "100001", "Infinity"]) expect(read(`page=${page}`).page).toBe(1);
    expect(read("page=100000").page).toBe(100_000);
  });

  test("leaves out a last day that has no day after it", () => {
    expect(read("from=9999-12-31&until=9999-12-31")).toEqual({ from: "9999-12-31", page: 1 });
    expect(read("until=9999-12-30").until).toBe("9999-12-30");
  });

  test("is no longer than a hundred characters", () => {
    expect(read(`action=${"a".repeat(500)}`).action).toBe("a".repeat(100));
  });

  test("leaves out whom no id names", () => {
    for (const person of ["odette", `${odette}A`, " "]) expect(read(`person=${person}`), person).toEqual({ page: 1 });
  });
});

describe("as instants", () => {
  test("days begin at midnight where the assembly is, and the last day is included whole", () => {
    const found = journalFilter(read("from=2026-03-01&until=2026-03-01"), paris);
    expect(found).toEqual({
      assemblyId: "assembly",
      action: null,
      actorId: null,
      from: new Date("2026-02-28T23:00:00Z"),
      until: new Date("2026-03-01T23:00:00Z"),
    });
  });

  test("a day on which the clocks change is as long as it is", () => {
    const hours = (day: string) => {
      const { from, until } = journalFilter(read(`from=${day}&until=${day}`), paris);
      return ((until?.getTime() ?? 0) - (from?.getTime() ?? 0)) / 3_600_000;
    };
    expect([hours("2026-03-28"), hours("2026-03-29"), hours("2026-10-25")]).toEqual([24, 23, 25]);
  });

  test("law: whatever stands in the address is read without a throw", () => {
    const day = fc.oneof(
      fc.string(),
      fc.constantFrom("9999-12-31", "0000-01-01", "0001-01-01", "2026-03-29"),
      fc.date({ noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)),
    );
    const zone = fc.constantFrom("Europe/Paris", "Pacific/Apia", "America/Sao_Paulo", "Africa/Cairo", "UTC");
    const asked = fc.record({ action: fc.string(), person: fc.string(), from: day, until: day, page: fc.string() });
    fc.assert(
      fc.property(asked, zone, (fields, timeZone) => {
        const found = journalFilter(readJournalSearch(new URLSearchParams(fields)), { ...paris, timeZone });
        for (const at of [found.from, found.until]) expect(at === null || !Number.isNaN(at.getTime())).toBe(true);
      }),
      { seed: 20261129, numRuns: 200 },
    );
  });
});
