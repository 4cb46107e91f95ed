import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { canonicalJson } from "./canonical-json";
import { seededRandom, shuffled } from "./random";

/** The same value with the keys of every object written in another order. */
function turned(value: unknown, seed: string): unknown {
  if (Array.isArray(value)) return value.map((item) => turned(item, seed));
  if (typeof value !== "object" || value === null) return value;
  const entries = shuffled(Object.entries(value), seededRandom(seed));
  return Object.fromEntries(entries.map(([key, held]) => [key, turned(held, seed)]));
}

describe("the text of a value", () => {
  it("is read back as the value, over all that JSON holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { verbose: 1 },
    );
  });

  it("does not depend on the order in which keys were written", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, seed) => {
        expect(canonicalJson(turned(value, seed))).toBe(canonicalJson(value));
      }),
      { verbose: 1 },
    );
  });

  it("is its own text when it is read and written again", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { verbose: 1 },
    );
  });

  it("tells values apart that differ in anything", () => {
    const values = [null, false, 0, "", "0", [], {}, [null], [0], { a: null }, { a: 0 }, { b: 0 }, [[]], [{}], "null"];
    expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
  });
});

test("keys stand by code unit, capitals before small letters and letters before accents", () => {
  expect(canonicalJson({ é: 1, b: 2, B: 3, a: 4, "10": 5, "9": 6 })).toBe('{"10":5,"9":6,"B":3,"a":4,"b":2,"é":1}');
});

test("what is not there is left out of an object, and stays a gap of a list", () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  expect(canonicalJson([1, undefined, 2])).toBe("[1,null,2]");
});

test("a date is its instant, and nought has no sign", () => {
  expect(canonicalJson({ at: new Date(Date.UTC(2026, 2, 14, 8, 45)) })).toBe('{"at":"2026-03-14T08:45:00.000Z"}');
  expect(canonicalJson(-0)).toBe("0");
});

test("a key called __proto__ is a key like any other", () => {
  expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%d has no text", (value) => {
  expect(() => canonicalJson({ value })).toThrow(RangeError);
});

test.each([[1n], [Symbol("a")], [() => 1]])("%s has no text", (value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});
