import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueKey } from "../kernel/cell";
import { householdKey } from "./household-key";

const cell = fc.string({ unit: fc.constantFrom(..."1aÉ-' \u200b\u001f,"), maxLength: 5 });
const address = fc.array(cell, { minLength: 1, maxLength: 3 });

describe("a household", () => {
  it("is one where all cells are the same values, and another where one differs", () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        const [first, second] = [householdKey(one), householdKey(other)];
        if (first === undefined || second === undefined) return;
        const same =
          one.length === other.length && one.every((text, at) => valueKey(text) === valueKey(other[at] ?? ""));
        expect(first === second).toBe(same);
      }),
      { numRuns: 500, verbose: 1 },
    );
  });

  it("is nobody's who left any cell blank, in whichever column and however blank", () => {
    fc.assert(
      fc.property(address, fc.nat(3), fc.constantFrom("", " ", "\u200b", "\t", "\u00a0"), (cells, at, blank) => {
        expect(householdKey([...cells.slice(0, at), blank, ...cells.slice(at)])).toBeUndefined();
      }),
      { verbose: 1 },
    );
  });

  it("is nobody's where there are no cells", () => {
    expect([householdKey(undefined), householdKey([])]).toEqual([undefined, undefined]);
  });

  it("is told by where cells end: 1 Elm, A is not 1, Elm A", () => {
    expect(householdKey(["1 Elm", "A"])).not.toBe(householdKey(["1", "Elm A"]));
    expect(householdKey(["1 Elm A"])).not.toBe(householdKey(["1 Elm", "A"]));
  });

  it("is the same in whatever spelling: capitals, accents, hyphens, surplus spaces", () => {
    const key = householdKey(["12 allée des Ormes", "35-000"]);
    expect(householdKey(["12  ALLEE des ormes ", "35–000"])).toBe(key);
  });
});
