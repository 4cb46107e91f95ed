import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "../kernel/csv";
import { atOnce, readTable, type Table } from "../kernel/read-table";
import { aQuota } from "../testing/sortition";
import { type PeopleColumns, readPeople } from "./read-people";
import { readQuotas } from "./read-quotas";

const quotas = [aQuota("Age", "16-29", [0, 2]), aQuota("Age", "30+", [0, 2]), aQuota("Genre", "Femme", [0, 2])];
const table = (header: string[], ...rows: string[][]): Table => ({ header, rows, firstRow: 2 });
const read = (of: Table, asked: PeopleColumns = {}) => readPeople(of, quotas, asked);
const told = ({ problems }: ReturnType<typeof readPeople>) =>
  problems.map(({ row, column, code }) => [row, column, code]);

describe("people of a file of the field", () => {
  it("have the id of the usual column, and the quotas' spelling of features and values", () => {
    const { people, problems } = read(
      table(["nationbuilder_id", "ÂGE", "genre", "note"], ["7", "16–29", "FEMME", "x"]),
    );
    expect(problems).toEqual([]);
    expect(people).toEqual([{ id: "7", features: { Age: "16-29", Genre: "Femme" } }]);
  });

  it("are counted from 0 where the file has no column of ids, blank rows left out", () => {
    const { people } = read(table(["Age", "Genre"], ["30+", "Femme"], ["", ""], ["16-29", "Femme"]));
    expect(people.map(({ id }) => id)).toEqual(["0", "1"]);
  });

  it("have the id of the column that is asked for, in whatever spelling", () => {
    const { people } = read(table(["Code personne", "id", "Age", "Genre"], ["A1", "9", "30+", "Femme"]), {
      id: "code PERSONNE",
    });
    expect(people[0]?.id).toBe("A1");
  });

  it("are counted where the column called id is a feature", () => {
    const own = [aQuota("id", "x", [0, 1])];
    expect(readPeople(table(["id"], ["x"]), own, {}).people).toEqual([{ id: "0", features: { id: "x" } }]);
  });

  it("whose id is blank are left out, with their row, whatever else is wrong there", () => {
    const found = read(
      table(["id", "Age", "Genre"], ["", "nonsense", ""], [" \u200b", "30+", "Femme"], ["3", "30+", "Femme"]),
    );
    expect([found.skippedRows, found.problems]).toEqual([[2, 3], []]);
    expect(found.people.map(({ id }) => id)).toEqual(["3"]);
  });

  it("have an address only where one is asked for, cell by cell as it was meant", () => {
    const of = table(["id", "Age", "Genre", "Rue", "CP"], ["1", "30+", "Femme", " 1  rue A", ""]);
    expect(read(of).people[0]).not.toHaveProperty("household");
    expect(read(of, { household: ["rue", "cp"] }).people[0]?.household).toEqual(["1 rue A", ""]);
  });

  it("keep the cells of their row as the file has them", () => {
    const row = ["1", " 30+", "femme", "une remarque"];
    const { rows } = read(table(["id", "Age", "Genre", "note"], row));
    expect([...rows]).toEqual([["1", row]]);
  });
});

describe("what is wrong with such a file", () => {
  it("is a column that is missing or doubled, told before anybody is read", () => {
    const found = read(table(["id", "Age", "age"], ["1", "x", "y"]), { id: "code", household: ["street"] });
    expect(told(found)).toEqual([
      [1, "age", "column-doubled"],
      [1, "code", "column-missing"],
      [1, "Genre", "column-missing"],
      [1, "street", "column-missing"],
    ]);
    expect(found.people).toEqual([]);
  });

  it("is told cell by cell, all of them, however many", () => {
    const rows = Array.from({ length: 300 }, (_, at) => [`${at}`, "?", ""]);
    const found = read(table(["id", "Age", "Genre"], ...rows));
    expect(found.problems).toHaveLength(600);
    expect(told(found).slice(0, 2)).toEqual([
      [2, "Age", "value-not-in-quotas"],
      [2, "Genre", "feature-empty"],
    ]);
  });

  it("is an id that comes twice, with the row of the first", () => {
    const { problems } = read(table(["id", "Age", "Genre"], ["1", "30+", "Femme"], ["1 ", "30+", "Femme"]));
    expect(problems).toEqual([{ row: 3, column: "id", code: "id-doubled", value: "1", firstRow: 2 }]);
  });

  it("is told with the numbers of a file that began with blank lines", () => {
    const found = readPeople({ header: ["id", "Age", "Genre"], rows: [["1", "", "Femme"]], firstRow: 5 }, quotas, {});
    expect(told(found)).toEqual([[5, "Age", "feature-empty"]]);
    const missing = readPeople({ header: ["id", "Age"], rows: [["1", "30+"]], firstRow: 5 }, quotas, {});
    expect(told(missing)).toEqual([[4, "Genre", "column-missing"]]);
  });
});

describe("a file that this project wrote", () => {
  const value = fc.constantFrom("Âgé", "16-29", "=1+1", 'dit "oui"', "a;b", "l'île", "'tis", "+33", "a\nb");
  const features = fc.uniqueArray(fc.constantFrom("Age", "Genre", "-Lieu", "x,y"), { minLength: 1, maxLength: 3 });

  it("gives back its people and its quotas, whatever stands in the cells", () => {
    const files = features.chain((names) =>
      fc.record({
        names: fc.constant(names),
        people: fc.array(fc.array(value, { minLength: names.length, maxLength: names.length }), {
          minLength: 1,
          maxLength: 6,
        }),
      }),
    );
    const parsed = (rows: string[][]): Table => {
      const result = atOnce(readTable(new TextEncoder().encode(csv(rows))));
      if (!result.ok) throw new Error(result.refusal.code);
      return result.value;
    };
    fc.assert(
      fc.property(files, ({ names, people }) => {
        const all = names.flatMap((feature, at) =>
          [...new Set(people.map((row) => row[at] ?? ""))].map((text) => aQuota(feature, text, [0, people.length])),
        );
        const quotaRows = all.map(({ feature, value: own, min, max }) => [feature, own, `${min}`, `${max}`]);
        const known = readQuotas(parsed([["feature", "value", "min", "max"], ...quotaRows]));
        expect(known).toEqual({
          problems: [],
          quotas: all.map((one) => ({ ...one, value: one.value.replace("\n", " ") })),
        });
        const rows = people.map((row, at) => [`p${at}`, ...row]);
        const found = readPeople(parsed([["id", ...names], ...rows]), known.quotas, {});
        expect(found.problems).toEqual([]);
        expect(found.people).toEqual(
          people.map((row, at) => ({
            id: `p${at}`,
            features: Object.fromEntries(names.map((name, place) => [name, row[place]?.replace("\n", " ")])),
          })),
        );
      }),
      { numRuns: 60, verbose: 1 },
    );
  });
});
