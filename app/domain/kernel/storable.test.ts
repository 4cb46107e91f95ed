import { describe, expect, test } from "vitest";
import { findUnstorable, isStorableText } from "./storable";
import { textsByName } from "./texts-by-name";

test("a text with a NUL or half a character cannot be kept; any other can", () => {
  for (const text of ["", "é", "مريم", "🌻", "\t\r\n", "\u202e", "\ufffd"])
    expect(isStorableText(text), text).toBe(true);
  for (const text of ["\0", "a\0b", "\ud800", "a\udfffb", "\udf3b\ud83c"]) expect(isStorableText(text)).toBe(false);
});

describe("what was read from outside", () => {
  test("is refused beside the field that cannot be kept", () => {
    expect(findUnstorable({ name: "Zoé", "title.fr": "a\0b" })).toEqual({
      code: "text-unreadable",
      data: {},
      field: "title.fr",
    });
    expect(findUnstorable({ ids: ["a", "\ud800"] })).toMatchObject({ code: "text-unreadable", field: "ids" });
    expect(findUnstorable({ a: { b: "\0" } })).toMatchObject({ code: "text-unreadable", field: "a.b" });
    expect(findUnstorable({ "a\0": "b" })).toMatchObject({ code: "form-invalid" });
    expect(findUnstorable("a\0")).toEqual({ code: "text-unreadable", data: {} });
  });

  test("holds whole numbers of 32 bits", () => {
    expect(findUnstorable({ most: 2 ** 31 - 1, least: -(2 ** 31), share: 0.5 })).toBeUndefined();
    expect(findUnstorable({ version: 2 ** 31 })).toEqual({
      code: "number-too-large",
      data: { max: 2 ** 31 - 1 },
      field: "version",
    });
    expect(findUnstorable({ version: -(2 ** 31) - 1 })).toMatchObject({ code: "number-too-small" });
    expect(findUnstorable({ version: Number.POSITIVE_INFINITY })).toMatchObject({ code: "number-too-large" });
    expect(findUnstorable({ minutes: Number.NaN })).toBeUndefined();
  });

  test("holds instants in milliseconds as long as they are dates", () => {
    expect(findUnstorable({ seenEndsAtMs: Date.UTC(2026, 2, 14) })).toBeUndefined();
    expect(findUnstorable({ seenEndsAtMs: 8.64e15 + 1 })).toMatchObject({ code: "number-too-large" });
  });

  test("is nested a few levels only", () => {
    const deep = JSON.parse(`${"[".repeat(2000)}${"]".repeat(2000)}`) as unknown;
    expect(findUnstorable(deep)).toMatchObject({ code: "form-invalid" });
  });
});

test("the texts of a form are read in one pass over its fields", () => {
  let asked = 0;
  function* fields(count: number): Generator<readonly [string, string]> {
    for (let at = 0; at < count; at++) {
      asked += 1;
      yield [`field.${at % 30_000}`, String(at)];
    }
  }
  const texts = textsByName(fields(60_000));
  expect(asked).toBe(60_000);
  expect(texts.size).toBe(30_000);
  expect(texts.get("field.7")).toEqual(["7", "30007"]);
});
