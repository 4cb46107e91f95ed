import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDrawFiles } from "./draw-files";
import { readOptions } from "./draw-options";

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
      { code: "quota-number-not-whole", table: "features", row: 2, column: "min", value: "x" },
      { code: "quota-min-over-max", table: "features", row: 3, column: "max", value: "3 > 2" },
      { code: "value-not-in-quotas", table: "people", row: 2, column: "age", value: "middle" },
      { code: "feature-empty", table: "people", row: 3, column: "age" },
      { code: "id-doubled", table: "people", row: 4, column: "id", value: "2", firstRow: 3 },
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
