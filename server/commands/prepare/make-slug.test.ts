import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeSlug, makeSlug } from "./make-slug";

describe("a title as the end of an address", () => {
  test("has its words without accents and signs, in lower case", () => {
    expect(makeSlug("Le logement étudiant")).toBe("le-logement-etudiant");
    expect(makeSlug("  L'Œuvre & l'Ægis : 2026 ?! ")).toBe("l-oeuvre-l-aegis-2026");
  });

  test.each([
    ["L’eau & l'air : que faire ?", "l-eau-l-air-que-faire"],
    ["XMLHttp_2027 – 1re session", "xmlhttp-2027-1re-session"],
    ["Größe, Łódź, Ελλάδα", "groesse-lodz-ellada"],
  ])("of %j is %s", (title, slug) => {
    expect(makeSlug(title)).toBe(slug);
  });

  test("ends after a whole word, within sixty characters; one word alone is cut", () => {
    expect(makeSlug("mot ".repeat(30))).toBe(`mot${"-mot".repeat(14)}`);
    expect(makeSlug("a".repeat(80))).toBe("a".repeat(60));
    expect(makeSlug(`bon ${"a".repeat(80)}`)).toBe("bon");
  });

  test("is there even where nothing of the title can be written in it", () => {
    for (const title of ["", "   ", "???", "公民大会"]) expect(makeSlug(title)).toBe("assembly");
  });

  test("law: is short, of small letters and figures, and has no hyphen too many, whatever the title", () => {
    const title = fc.oneof(fc.string({ unit: "grapheme", maxLength: 200 }), fc.lorem({ maxCount: 40 }));
    fc.assert(
      fc.property(title, (text) => {
        const slug = makeSlug(text);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(60);
        expect(makeSlug(slug)).toBe(slug);
      }),
      { seed: 20261129 },
    );
  });
});

describe("a slug that is free", () => {
  test("is the slug itself, or has the first free number", () => {
    expect(freeSlug("logement", new Set())).toBe("logement");
    expect(freeSlug("logement", new Set(["logement"]))).toBe("logement-2");
    expect(freeSlug("logement", new Set(["logement", "logement-2", "logement-4"]))).toBe("logement-3");
  });

  test("law: a hundred assemblies of one title have a hundred addresses", () => {
    const taken = new Set<string>();
    for (let count = 0; count < 100; count++) taken.add(freeSlug("logement", taken));
    expect(taken.size).toBe(100);
  });
});
