import { describe, expect, it } from "vitest";
import { type ColumnMeaning, checkHeader, columnsOf, guessMeanings } from "./pool-columns";

const rows = Array.from({ length: 30 }, (_, at) => [
  `n${at}`,
  "Ana",
  `p${at}@example.org`,
  `06 ${at}`,
  `${at} rue A`,
  "35000",
  at % 2 === 0 ? "Femme" : "Homme",
  `long comment ${at}`,
]);

describe("the columns of a pool", () => {
  it("are guessed from headers in French and English, and from what stands in them", () => {
    const french = ["Numéro", "Prénom", "Courriel", "Téléphone", "Adresse", "Code postal", "Genre", "Remarques"];
    const english = ["nationbuilder_id", "first name", "E-mail", "mobile", "primary_address1", "zip", "sex", "notes"];
    const expected = ["id", "name", "email", "phone", "household", "household", "feature", "ignore"];
    expect(guessMeanings(french, rows)).toEqual(expected);
    expect(guessMeanings(english, rows)).toEqual(expected);
  });

  it("need a name and a feature, and one of each other kind at most", () => {
    expect(columnsOf(["a", "b"], ["feature", "ignore"])).toMatchObject({ refusal: { code: "name-column-missing" } });
    expect(columnsOf(["a", "b"], ["name", "email"])).toMatchObject({ refusal: { code: "feature-column-missing" } });
    expect(columnsOf(["a", "b"], ["id", "id"])).toMatchObject({
      refusal: { code: "column-meaning-doubled", field: "meaning.1" },
    });
  });

  it("must have names that differ by more than case and accents", () => {
    expect(checkHeader(["Âge", "age"])).toMatchObject({ refusal: { code: "column-doubled" } });
    expect(checkHeader(["", "age"])).toMatchObject({ refusal: { code: "header-missing" } });
    expect(checkHeader(["id", "age", "", ""]).ok).toBe(true);
  });
});

describe("a header", () => {
  it("has so many columns and such short names that each may be drawn on a page and kept with each volunteer", () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);
    expect(checkHeader(names(200)).ok).toBe(true);
    expect(checkHeader(names(201))).toMatchObject({ refusal: { code: "file-too-many-columns", data: { row: 1 } } });
    expect(checkHeader(["id", "n".repeat(121)])).toMatchObject({
      refusal: { code: "column-name-too-long", data: { column: 2, most: 120 } },
    });
    const meanings = names(42).map((_, at) => (at === 0 ? "name" : "feature") as ColumnMeaning);
    expect(columnsOf(names(42), meanings)).toMatchObject({ refusal: { code: "too-many-features" } });
  });
});
