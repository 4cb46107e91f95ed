import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueKey } from "../kernel/cell";
import { aPoolFile } from "../testing/recruitment";
import { checkHeader, columnMeanings, columnsOf, doubledColumns, guessMeanings } from "./pool-columns";

const name = fc.constantFrom(
  "id",
  "Nom",
  "Prénom",
  "e-mail",
  "Courriel",
  "Tél.",
  "Adresse",
  "Code postal",
  "Âge",
  "age",
  "",
  "Notes",
);
const headers = fc.array(name, { minLength: 1, maxLength: 8 });
const meanings = fc.array(fc.constantFrom(...columnMeanings), { minLength: 8, maxLength: 8 });

describe("a guess of what columns mean", () => {
  it("gives each column one meaning, and ids, mails and telephones to one column at most", () => {
    fc.assert(
      fc.property(headers, (header) => {
        const guessed = guessMeanings(header, []);
        expect(guessed).toHaveLength(header.length);
        for (const single of ["id", "email", "phone"] as const)
          expect(guessed.filter((meaning) => meaning === single).length).toBeLessThanOrEqual(1);
      }),
      { verbose: 1 },
    );
  });

  it("is right for the pool of the tests", () => {
    const { header, rows, meanings: right } = aPoolFile(60);
    expect(guessMeanings(header, rows)).toEqual(right);
  });

  it("takes a column for a feature by what stands in it: few values for many people, compared as values", () => {
    const column = (count: number, value: (at: number) => string) =>
      guessMeanings(
        ["x"],
        Array.from({ length: count }, (_, at) => [value(at)]),
      )[0];
    expect(column(30, (at) => `v${at % 10}`)).toBe("feature");
    expect(column(30, (at) => `v${at % 11}`)).toBe("ignore");
    expect(column(300, (at) => `v${at % 40}`)).toBe("feature");
    expect(column(300, (at) => `v${at % 41}`)).toBe("ignore");
    expect(column(30, (at) => (at % 2 === 0 ? `V ${at % 10}` : ` v ${(at - 1) % 10}`))).toBe("feature");
    expect(column(9, (at) => `v${at}`)).toBe("feature");
    expect(column(30, () => " ")).toBe("ignore");
    expect(column(0, () => "")).toBe("ignore");
  });

  it("takes postal codes for part of the address only where there is one", () => {
    expect(guessMeanings(["Rue", "zip"], [])).toEqual(["household", "household"]);
    expect(guessMeanings(["zip"], [])).toEqual(["ignore"]);
  });

  it("takes no part of the address that fewer than half have: the others would live alone, three at one address too", () => {
    const header = ["adresse", "complément d'adresse", "code postal"];
    const rows = (floors: number) =>
      Array.from({ length: 6 }, (_, at) => ["12 rue d’Alsace", at < floors ? "bât. B" : " ", "67000"]);
    expect(guessMeanings(header, rows(2))).toEqual(["household", "ignore", "household"]);
    expect(guessMeanings(header, rows(3))).toEqual(["household", "household", "household"]);
    expect(guessMeanings(header, [])).toEqual(["household", "household", "household"]);
    expect(guessMeanings(["adresse"], [[""], [""]])).toEqual(["household"]);
  });

  it("takes an address for mail for what it is, and not for where somebody lives", () => {
    expect(guessMeanings(["Adresse e-mail", "Adresse"], [])).toEqual(["email", "household"]);
    expect(guessMeanings(["adresse_electronique"], [])).toEqual(["email"]);
  });

  it("finds words, not parts of words", () => {
    expect(guessMeanings(["Identité de genre", "Nombre d'enfants", "Hotel", "Numerologie"], [])).toEqual(
      new Array(4).fill("ignore"),
    );
  });
});

describe("an organiser's choice", () => {
  it("is taken as it is: every column under its meaning, in the order of the file; or refused", () => {
    const header = ["a", "b", "c", "d", "e", "f", "g", "h"];
    fc.assert(
      fc.property(meanings, (chosen) => {
        const all = (meaning: string) => header.filter((_, at) => chosen[at] === meaning);
        const columns = columnsOf(header, chosen);
        const doubled = (["id", "email", "phone"] as const).find((single) => all(single).length > 1);
        if (columns.ok) {
          const { id, email, phone, ...lists } = columns.value;
          expect([id, email, phone].map((one) => (one === null ? [] : [one]))).toEqual(
            ["id", "email", "phone"].map(all),
          );
          expect(lists).toEqual({ name: all("name"), household: all("household"), features: all("feature") });
          expect(lists.name.length > 0 && lists.features.length > 0).toBe(true);
        } else if (doubled) {
          const [, second = ""] = all(doubled);
          expect(columns.refusal).toEqual({
            code: "column-meaning-doubled",
            data: { meaning: doubled, column: second },
            field: `meaning.${header.indexOf(second)}`,
          });
        } else {
          expect(columns.refusal.code).toBe(
            all("name").length === 0 ? "name-column-missing" : "feature-column-missing",
          );
        }
      }),
      { numRuns: 200, verbose: 1 },
    );
  });

  it("has forty features at most", () => {
    const header = Array.from({ length: 42 }, (_, at) => `c${at}`);
    const features = (count: number) =>
      columnsOf(
        header,
        header.map((_, at) => (at === 0 ? "name" : at <= count ? "feature" : "ignore")),
      );
    expect(features(40).ok).toBe(true);
    expect(features(41)).toEqual({ ok: false, refusal: { code: "too-many-features", data: { most: 40 } } });
  });
});

describe("a header", () => {
  it("is one where two columns have names, and no two the same; the first two that are the same are told", () => {
    fc.assert(
      fc.property(headers, (header) => {
        const keys = header.map(valueKey);
        const second = keys.findIndex((key, at) => key !== "" && keys.indexOf(key) < at);
        const checked = checkHeader(header);
        if (keys.filter((key) => key !== "").length < 2)
          expect(checked).toMatchObject({ refusal: { code: "header-missing" } });
        else if (second < 0) expect(checked.ok).toBe(true);
        else {
          const data = { column: header[second], first: keys.indexOf(keys[second] ?? "") + 1, second: second + 1 };
          expect(checked).toEqual({ ok: false, refusal: { code: "column-doubled", data } });
        }
        expect(doubledColumns(header).length > 0).toBe(second >= 0);
      }),
      { verbose: 1 },
    );
  });

  it("may have names of 120 signs", () => {
    expect(checkHeader(["id", "n".repeat(120)]).ok).toBe(true);
  });

  it("tells each name that comes again, as often as it comes again", () => {
    expect(doubledColumns(["Âge", "age", "x", "AGE", "", ""])).toEqual(["age", "AGE"]);
    expect(doubledColumns(["a", "b"])).toEqual([]);
  });
});
