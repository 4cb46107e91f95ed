import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { inLocale, isLocale, type Localised, locales } from "./locale";
import { readLocalised } from "./read-localised";

test("the languages of the screens are known, and no others", () => {
  for (const locale of locales) expect(isLocale(locale)).toBe(true);
  for (const text of ["de", "FR", "fr-FR", "", undefined]) expect(isLocale(text)).toBe(false);
});

describe("a text of an organiser", () => {
  it("is shown in the wanted language where it has it", () => {
    expect(inLocale({ fr: "Logement", en: "Housing" }, "en")).toBe("Housing");
  });

  it("is shown in another language rather than not at all", () => {
    expect(inLocale({ fr: "Logement" }, "en")).toBe("Logement");
    expect(inLocale({ en: "Housing" }, "fr")).toBe("Housing");
    expect(inLocale({}, "fr")).toBe("");
  });

  it("is always one of its own texts", () => {
    const texts = fc.record({ fr: fc.string(), en: fc.string() }, { requiredKeys: [] });
    fc.assert(
      fc.property(texts, fc.constantFrom(...locales), (text, wanted) => {
        const all: (string | undefined)[] = Object.values(text);
        if (all.length > 0) expect(all).toContain(inLocale(text as Localised, wanted));
      }),
      { verbose: 1 },
    );
  });
});

describe("the texts of a form", () => {
  it("are those of the wanted languages, without spaces around, and without the empty ones", () => {
    const values = { "title.fr": "  Logement ", "title.en": " ", "title.de": "Wohnen", "other.en": "x" };
    expect(readLocalised(values, "title", ["fr", "en"])).toEqual({ fr: "Logement" });
  });

  it("are none where a field holds no text", () => {
    expect(readLocalised({ "title.fr": 3, "title.en": ["a"] }, "title", ["fr", "en"])).toEqual({});
    expect(readLocalised({}, "title", [])).toEqual({});
  });
});
