import fc from "fast-check";
import { expect, it } from "vitest";
import { readPreference } from "./read-preference";

it("reads a preference under either name, the bound one first", () => {
  expect(readPreference("lang=fr; __Host-lang=en", "lang")).toBe("en");
  expect(readPreference("lang=fr", "lang")).toBe("fr");
  expect(readPreference("theme=dark", "lang")).toBeUndefined();
  expect(readPreference(null, "lang")).toBeUndefined();
});

it("reads any header without an error, over 200 headers", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."lang=; \t%") }), (header) => {
      const value = readPreference(header, "lang");
      if (value !== undefined) expect(header.length).toBeGreaterThanOrEqual(value.length);
    }),
    { numRuns: 200, verbose: 1 },
  );
});
