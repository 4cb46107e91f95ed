import { expect, it, test } from "vitest";
import { freeSlug, makeSlug } from "./make-slug";

it.each([
  ["Le logement étudiant", "le-logement-etudiant"],
  ["L’eau & l'air : que faire ?", "l-eau-l-air-que-faire"],
  ["Nœud œuvre ÆTHER", "noeud-oeuvre-aether"],
  ["XMLHttp_2027 – 1re session", "xmlhttp-2027-1re-session"],
  ["Größe, Łódź, Ελλάδα", "groesse-lodz-ellada"],
  ["!!!", "assembly"],
  ["", "assembly"],
])("the title %j ends an address as %s", (title, slug) => {
  expect(makeSlug(title)).toBe(slug);
});

test("a long title keeps the whole words that fit, and of one long word its beginning", () => {
  expect(makeSlug("convention ".repeat(10))).toBe("convention-convention-convention-convention-convention");
  expect(makeSlug("a".repeat(80))).toBe("a".repeat(60));
});

test("a slug that is taken gets the first free number", () => {
  expect(freeSlug("eau", new Set())).toBe("eau");
  expect(freeSlug("eau", new Set(["eau", "eau-2"]))).toBe("eau-3");
});
