import { describe, expect, it } from "vitest";
import { mostListedProblems, readPool } from "./check-pool";
import { mostQuotas } from "./check-quotas";
import type { PoolColumns } from "./pool-columns";

const header = ["id", "name", "mail", "street", "age"];
const columns: PoolColumns = {
  id: "id",
  name: ["name"],
  email: "mail",
  phone: null,
  household: ["street"],
  features: ["age"],
};
const read = (rows: string[][], quotas: { feature: string; value: string }[] = []) => {
  const reader = readPool(header, columns, { quotas });
  return { found: reader.take(rows, 2), ...reader.check() };
};

describe("reading a pool", () => {
  it("cleans cells and keeps addresses for mail in one spelling", () => {
    const { found } = read([["7", "  Zoé \u200b Petit ", "Zoe@Example.ORG", "1 rue  A", "Young"]]);
    expect(found).toEqual([
      {
        importId: "7",
        name: "Zoé Petit",
        email: "zoe@example.org",
        phone: null,
        household: ["1 rue A"],
        features: { age: "Young" },
      },
    ]);
  });

  it("lists every bad cell of a row with its row and column", () => {
    const { problems, found } = read([["", "", "not an address", "x", " "]]);
    expect(found).toEqual([]);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "id", "id-missing"],
      [2, "name", "name-missing"],
      [2, "mail", "email-not-an-address"],
      [2, "age", "feature-empty"],
    ]);
  });

  it("names the row of the first when an id comes twice, even in another part of the file", () => {
    const reader = readPool(header, columns, { quotas: [] });
    reader.take([["1", "a", "", "", "x"]], 2);
    reader.take([["1", "b", "", "", "x"]], 502);
    expect(reader.check().problems).toEqual([{ row: 502, column: "id", code: "id-doubled", value: "1", firstRow: 2 }]);
  });

  it("names the cell where the features begin to have more values than quotas have lines", () => {
    const reader = readPool(header, columns, { quotas: [] });
    const rows = Array.from({ length: mostQuotas + 2 }, (_, at) => [`${at}`, "a", "", "", `born ${at}`]);
    reader.take(rows, 2);
    const { problems } = reader.check();
    expect(problems).toMatchObject([
      { row: mostQuotas + 2, column: "age", code: "too-many-values", value: `born ${mostQuotas}` },
      { row: mostQuotas + 3, column: "age", code: "too-many-values" },
    ]);
  });

  it("passes over blank rows without losing count of the rows", () => {
    const { problems, people } = read([["1", "a", "", "", "x"], [""], ["2", "", "", "", "x"]]);
    expect(people).toBe(2);
    expect(problems).toMatchObject([{ row: 4, code: "name-missing" }]);
  });

  it("accepts only the values of the quotas, whatever their case and accents, in the quotas' spelling", () => {
    const quotas = [{ feature: "Age", value: "Âgé" }];
    const { found, problems } = read(
      [
        ["1", "a", "", "", " age "],
        ["2", "b", "", "", "young"],
      ],
      quotas,
    );
    expect(found[0]?.features).toEqual({ age: "Âgé" });
    expect(problems).toEqual([{ row: 3, column: "age", code: "value-not-in-quotas", value: "young" }]);
  });

  it("lists the first bad cells and counts the rest", () => {
    const rows = Array.from({ length: mostListedProblems + 50 }, (_, at) => [String(at), "", "", "", "x"]);
    const { problems, problemCount } = read(rows);
    expect(problems).toHaveLength(mostListedProblems);
    expect(problemCount).toBe(mostListedProblems + 50);
  });

  it("says when a row has more cells than the header, or a cell is far too long", () => {
    const { problems } = read([["1", "a".repeat(301), "", "", "x", "surplus"]]);
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ["6", "row-too-long"],
      ["name", "cell-too-long"],
    ]);
  });

  it("does not take words of the language for values", () => {
    const { found } = read([["__proto__", "constructor", "", "", "toString"]]);
    expect(found).toMatchObject([{ importId: "__proto__", features: { age: "toString" } }]);
  });
});
