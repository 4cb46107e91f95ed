import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDrawFiles } from "./draw-files";
import { readOptions } from "./draw-options";
import { harmless, writeCsv } from "./write-csv";

const folder = mkdtempSync(join(tmpdir(), "draw-files-"));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function read(features: string, people: string, more: readonly string[] = []) {
  const args = [
    "--features",
    file("features.csv", features),
    "--people",
    file("people.csv", people),
    "--seats",
    "2",
    ...more,
  ];
  const { options, problems } = readOptions(args);
  if (!options) throw new Error(JSON.stringify(problems));
  return readDrawFiles(options);
}

const features = "feature,value,min,max\nAge,Young,0,2\nAge,Old,0,2\n";

describe("tables", () => {
  it("are read with a mark, semicolons, Windows lines, older column names, other case and surplus spaces", () => {
    const { files, problems } = read(
      '\uFEFFCategory;Name;Min;Max\r\nAge;Young;0;"2"\r\n;;;\r\nAge;Old;0;2\r\n',
      "\uFEFFID;AGE;town\r\n7; young ;x\r\n\r\n8;OLD;y\r\n",
    );
    expect(problems).toEqual([]);
    expect(files?.request.people.map(({ id, features: values }) => [id, values])).toEqual([
      ["7", { Age: "Young" }],
      ["8", { Age: "Old" }],
    ]);
  });

  it("without ids count people from 0 in the order of rows", () => {
    expect(read(features, "age\nold\nold\n").files?.request.people.map(({ id }) => id)).toEqual(["0", "1"]);
  });

  it("tell every bad cell with its row and column", () => {
    const { problems } = read("feature,value,min,max\nAge,Young,x,2\nAge,Old,3,2\n", "id,age\n1,middle\n2,\n2,old\n");
    expect(problems).toEqual([
      { code: "not-a-whole-number", table: "features", row: 2, column: "min", value: "x" },
      { code: "min-over-max", table: "features", row: 3, column: "min", value: "3 > 2" },
      { code: "value-unknown", table: "people", row: 2, column: "Age", value: "middle" },
      { code: "value-empty", table: "people", row: 3, column: "Age" },
      { code: "person-doubled", table: "people", row: 4, column: "id", id: "2", rows: [3] },
    ]);
  });

  it("tell missing and doubled columns", () => {
    expect(read(features, "id,town,town\n1,a,b\n", ["--household", "street"]).problems).toEqual([
      { code: "column-doubled", table: "people", row: 1, column: "town" },
      { code: "column-missing", table: "people", row: 1, column: "Age" },
      { code: "column-missing", table: "people", row: 1, column: "street" },
    ]);
  });

  it("that are spreadsheets, or missing, are named", () => {
    expect(read("PK\u0003\u0004", "age\nold\n").problems).toMatchObject([{ code: "file-is-spreadsheet" }]);
  });
});

it("tells unknown and wrong options", () => {
  const { problems } = readOptions(["--people", "p", "--seats", "many", "--sets", "3"]);
  expect(problems.map(({ code, option }) => [code, option])).toEqual([
    ["option-unknown", "--sets"],
    ["option-unknown", "3"],
    ["option-missing", "--features"],
    ["option-not-a-number", "--seats"],
  ]);
});

it("never writes a formula, and writes numbers as they are", () => {
  expect(["=1+1", "+cmd", "@x", " =2", "\tx", "-5", "a=b"].map(harmless)).toEqual([
    "'=1+1",
    "'+cmd",
    "'@x",
    "' =2",
    "'\tx",
    "-5",
    "a=b",
  ]);
  const path = join(folder, "out.csv");
  writeCsv(path, [["a", "=HYPERLINK(1)"]]);
  expect(readFileSync(path, "utf8")).toBe("\uFEFFa,'=HYPERLINK(1)\r\n");
});
