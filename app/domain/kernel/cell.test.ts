import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { cleanCell, valueKey } from "./cell";

describe("one value", () => {
  test.each([
    ["Étudiant", "Etudiant"],
    ["Étudiant", "E\u0301tudiant"],
    ["étudiant", "ÉTUDIANT "],
    ["16-29", "16\u201129"],
    ["16-29", "16\u201329"],
    ["60 et plus", "60 et  plus"],
    ["16-29", "\u00a016-29"],
    ["femme", "fem\u200bme"],
    ["Silva", "Sil\u00adva"],
    ["l'Île", "L\u2019ile"],
    ["Straße", "STRASSE"],
    ["ﬁn", "fin"],
  ])("%j is %j", (one, other) => {
    expect(valueKey(one)).toBe(valueKey(other));
  });

  test.each([
    ["Saint-Denis", "Saint Denis"],
    ["कि", "का"],
    ["علیرضا", "علی"],
    ["16-29", "1629"],
    ["homme", "femme"],
  ])("%j is not %j", (one, other) => {
    expect(valueKey(one)).not.toBe(valueKey(other));
  });

  it("keeps its key when it is cleaned or compared again, over 500 texts", () => {
    const unit = fc.constantFrom(..."aÉé ̀\u00ad\u200b\u200c\u200d\ufeff-–'’ß؜ی\t👩İſKﬁ");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(valueKey(cleanCell(text))).toBe(valueKey(text));
        expect(valueKey(valueKey(text))).toBe(valueKey(text));
        expect(cleanCell(cleanCell(text))).toBe(cleanCell(text));
      }),
      { seed: 20261129, numRuns: 500, verbose: 1 },
    );
  });

  test.each([
    ["a joiner after a letter that a typed accent is part of", "a\u0300\u200c", "à"],
    ["the same with a joiner before the accent", "a\u200c\u0300\u200c", "à"],
    ["a joiner after an accent without a letter", "\u0300\u200cb", "\u0300b"],
    ["a joiner after a vowel sign of another script", "क\u094d\u200dष", "क\u094d\u200dष"],
    ["a joiner after an emoji with its sign of presentation", "❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"],
  ])("is cleaned once for all: %s", (_, text, cleaned) => {
    expect(cleanCell(text)).toBe(cleaned);
    expect(cleanCell(cleaned)).toBe(cleaned);
  });
});

test("what is shown loses what nobody sees, and keeps the joiners of scripts and emoji", () => {
  const family = "👩\u200d👩\u200d👧 Léa";
  expect(cleanCell(`\ufeff  Sil\u00adva\u200b  Ana\u200d `)).toBe("Silva Ana");
  expect(cleanCell(family)).toBe(family);
  expect(cleanCell("علی\u200cرضا")).toBe("علی\u200cرضا");
});
