import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { atOnce, readTable } from "../kernel/read-table";
import { aPoolFile } from "../testing/recruitment";
import { readPool } from "./check-pool";
import { columnsOf, type PoolColumns } from "./pool-columns";

const header = ["id", "name", "mail", "phone", "street", "age"];
const columns: PoolColumns = {
  id: "id",
  name: ["name"],
  email: "mail",
  phone: "phone",
  household: ["street"],
  features: ["age"],
};
const row = fc.tuple(
  fc.constantFrom("", "1", "2", "3", " 1", "4"),
  fc.constantFrom("Zoé", "", " "),
  fc.constantFrom("", "zoe@example.org", "nobody", "a@b"),
  fc.constantFrom("", "06"),
  fc.constantFrom("", "1 rue A"),
  fc.constantFrom("young", "YOUNG", "old", "", "x".repeat(301)),
);
const blank = fc.constantFrom<string[]>([], ["", " "], ["", "", "", "", "", ""]);
const rows = fc.array(fc.oneof({ weight: 4, arbitrary: row }, { weight: 1, arbitrary: blank }), { maxLength: 12 });
const reader = () => readPool(header, columns, { quotas: [] });

describe("a pool, read", () => {
  it("in whatever parts is read the same", () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat(12)), (file, cuts) => {
        const [whole, parted] = [reader(), reader()];
        const all = whole.take(file, 2);
        const ends = [...cuts.filter((cut) => cut < file.length), file.length].sort((a, b) => a - b);
        let from = 0;
        const parts = ends.flatMap((end) => {
          const found = parted.take(file.slice(from, end), 2 + from);
          from = end;
          return found;
        });
        expect(parts).toEqual(all);
        expect(parted.check()).toEqual(whole.check());
      }),
      { numRuns: 50, verbose: 1 },
    );
  });

  it("has for each row that is not blank a volunteer, or something wrong there, and never both", () => {
    fc.assert(
      fc.property(rows, (file) => {
        file.forEach((_, at) => {
          const one = reader();
          one.take(file.slice(0, at), 2);
          const before = one.check().problemCount;
          const found = one.take(file.slice(at, at + 1), 2 + at);
          const isWrong = one.check().problemCount > before;
          const isBlank = (file[at] ?? []).every((cell) => cell.trim() === "");
          expect([found.length > 0, isWrong]).toEqual(isBlank ? [false, false] : [!isWrong, isWrong]);
        });
      }),
      { numRuns: 50, verbose: 1 },
    );
  });

  it("counts its people and problems, each problem in a row that is there", () => {
    fc.assert(
      fc.property(rows, (file) => {
        const one = reader();
        const found = one.take(file, 2);
        const { people, problems, problemCount, leftOut } = one.check();
        expect(people).toBe(file.filter((cells) => cells.some((cell) => cell.trim() !== "")).length);
        expect(problemCount).toBe(problems.length);
        expect(new Set(problems.map((problem) => problem.row)).size + found.length).toBe(people);
        expect(problems.every((problem) => problem.row >= 2 && problem.row < 2 + file.length)).toBe(true);
        expect(leftOut).toEqual([]);
      }),
      { numRuns: 50, verbose: 1 },
    );
  });

  it("gives nobody's id twice, and one spelling to each value", () => {
    fc.assert(
      fc.property(rows, (file) => {
        const found = reader().take(file, 2);
        expect(new Set(found.map(({ importId }) => importId)).size).toBe(found.length);
        const values = new Set(found.map(({ features }) => features.age));
        expect(new Set([...values].map((value) => value?.toLowerCase())).size).toBe(values.size);
      }),
      { numRuns: 50, verbose: 1 },
    );
  });
});

describe("a volunteer", () => {
  const read = (changes: Partial<PoolColumns>, ...cells: string[][]) => {
    const one = readPool(header, { ...columns, ...changes }, { quotas: [] });
    return { found: one.take(cells, 2), ...one.check() };
  };

  it("has the number of their row where no column holds ids", () => {
    const found = read({ id: null }, ["7", "a", "", "", "", "x"], [], ["8", "b", "", "", "", "x"]).found;
    expect(found.map(({ importId }) => importId)).toEqual(["2", "4"]);
  });

  it("has first and last name as one, without what is empty", () => {
    const names = { name: ["name", "street"] };
    const cells = [
      ["1", "Zoé", "", "", " Petit ", "x"],
      ["2", "", "", "", "Petit", "x"],
    ];
    expect(read(names, ...cells).found.map(({ name }) => name)).toEqual(["Zoé Petit", "Petit"]);
    expect(read(names, ["3", " ", "", "", "", "x"]).problems).toMatchObject([{ column: "name", code: "name-missing" }]);
  });

  it("has no address for mail and no telephone where the cells are empty, or no column holds them", () => {
    const [one] = read({ email: null, phone: null }, ["1", "a", "nobody", "06", "", "x"]).found;
    expect([one?.email, one?.phone]).toEqual([null, null]);
    const [other] = read({}, ["1", "a", " ", "", "", "x"]).found;
    expect([other?.email, other?.phone]).toEqual([null, null]);
  });

  it("may have a cell of 300 signs, and longer ones in what is not imported", () => {
    const long = "x".repeat(300);
    expect(read({}, ["1", long, "", "", "", "x"]).problems).toEqual([]);
    expect(read({ household: [] }, ["1", "a", "", "", `${long}y`, "x"]).problems).toEqual([]);
    expect(read({}, ["1", "a", "", "", `${long}y`, "x"]).problems).toMatchObject([
      { row: 2, column: "street", code: "cell-too-long" },
    ]);
  });

  it("may have empty cells beyond the header, and nothing else there", () => {
    expect(read({}, ["1", "a", "", "", "", "x", " ", ""]).problems).toEqual([]);
    expect(read({}, ["1", "a", "", "", "", "x", "", "y"]).problems).toMatchObject([
      { column: "8", code: "row-too-long" },
    ]);
  });

  it("whose row ends before the header has nothing in the cells that are missing", () => {
    expect(read({}, ["1", "a"]).problems).toMatchObject([{ row: 2, column: "age", code: "feature-empty" }]);
  });
});

describe("files that went wrong once", () => {
  const tableOf = (text: string) => {
    const read = atOnce(readTable(new TextEncoder().encode(text)));
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value;
  };

  test("rows filled down below the people have an id and nothing else: each is told", () => {
    const { rows: cells, firstRow } = tableOf("id;name;mail;phone;street;age\n1;Zoé;;;;young\n2;;;;;\n3;;;;;\n");
    const one = reader();
    expect(one.take(cells, firstRow)).toHaveLength(1);
    expect(one.check().problems.map((problem) => [problem.row, problem.code])).toEqual([
      [3, "name-missing"],
      [3, "feature-empty"],
      [4, "name-missing"],
      [4, "feature-empty"],
    ]);
  });

  test("odd names lose what nobody sees, and odd hyphens make no new value", () => {
    const text =
      "id,name,mail,phone,street,age\n1,Sil\u00adva A\u200bna,,,,16-29\n2,علی\u200cرضا,,,,16\u201329\n3,B,,,,16\u201129\n";
    const { rows: cells, firstRow } = tableOf(text);
    const found = reader().take(cells, firstRow);
    expect(found.map(({ name }) => name)).toEqual(["Silva Ana", "علی\u200cرضا", "B"]);
    expect(new Set(found.map(({ features }) => features.age))).toEqual(new Set(["16-29"]));
  });
});

test("the pool of the tests is one that can be imported, with two at each third address", () => {
  const file = aPoolFile(30);
  const own = columnsOf(file.header, file.meanings);
  if (!own.ok) throw new Error(own.refusal.code);
  const one = readPool(file.header, own.value, { quotas: [] });
  const found = one.take(file.rows, 2);
  expect([found.length, one.check().problemCount]).toEqual([30, 0]);
  expect(new Set(found.map(({ household }) => household.join())).size).toBe(20);
});
