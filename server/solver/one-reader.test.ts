import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { csv } from "~/app/domain/kernel/csv";
import { readPool } from "~/app/domain/recruitment/check-pool";
import { readQuotas } from "~/app/domain/recruitment/read-quotas";
import { readTable } from "../http/read-table";
import { readDrawFiles } from "./draw-files";
import { readOptions } from "./draw-options";
import { peopleTables } from "./people-tables";

const folder = mkdtempSync(join(tmpdir(), "one-reader-"));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function byCommand(features: string | Uint8Array, people: string | Uint8Array) {
  const paths = ["--features", file("features.csv", features), "--people", file("people.csv", people)];
  return readDrawFiles(readOptions([...paths, "--seats", "2"]).options);
}

/** Both tables as the screens take them in: columns are said by their names. */
async function byScreens(features: string | Uint8Array, people: string | Uint8Array) {
  const [quotaTable, peopleTable] = [
    await readTable(Buffer.from(features), "file"),
    await readTable(Buffer.from(people), "file"),
  ];
  if (!quotaTable.ok || !peopleTable.ok) {
    return { codes: [quotaTable, peopleTable].flatMap((table) => (table.ok ? [] : [table.refusal.code])) };
  }
  const { quotas, problems: badQuotas } = readQuotas(quotaTable.value);
  const { header, rows, firstRow } = peopleTable.value;
  const columns = {
    id: header[0] ?? "",
    name: [],
    email: null,
    phone: null,
    household: [],
    features: header.slice(1, 2),
  };
  const reader = readPool(header, columns, { quotas });
  const found = reader.take(rows, firstRow);
  const problems = [...badQuotas, ...reader.check().problems];
  return { codes: problems.map(({ code }) => code), found };
}

const features = "feature,value,min,max\nSituation,Étudiant,0,2\nSituation,Retraité,0,2\n";

describe("screens and command line", () => {
  it("hold one value for one, whatever its accents, hyphens and invisible signs", async () => {
    const people = "id;situation\n1;Etudiant\n2;RETRAITE\n3;étu\u00addiant\n4;\u00a0Retraité \n";
    const { files, problems } = byCommand(features, people);
    expect(problems).toEqual([]);
    const values = ["Étudiant", "Retraité", "Étudiant", "Retraité"];
    expect(files?.request.people.map((person) => person.features)).toEqual(
      values.map((value) => ({ Situation: value })),
    );
    const { codes, found } = await byScreens(features, people);
    expect(codes).toEqual([]);
    expect(found?.map((person) => person.features)).toEqual(values.map((value) => ({ situation: value })));
  });

  it.each([
    ["nothing", ""],
    ["a workbook", "PK\u0003\u0004"],
    ["Latin 1", Buffer.from("id,situation\n1,Étudiant\n", "latin1")],
    ["a NUL", "id,situation\n1,\0\n"],
    ["a header only", "id,situation\n"],
    ["open quotes", 'id,situation\n1,"Étudiant\n'],
    ["too many columns", `id,situation\n${",".repeat(300)}`],
    [
      "an empty value, a strange one, an id twice, a surplus cell",
      "id,situation\n1,\n2,Rentier\n2,Étudiant\n3,Étudiant,x\n",
    ],
  ])("refuse %s with the same codes", async (_, people) => {
    const codes = byCommand(features, people).problems.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect((await byScreens(features, people)).codes).toEqual(codes);
  });

  it("refuse quotas with the same codes", async () => {
    const bad = "Category;Name;Min;Max\nSituation;Étudiant;2;1\nSituation;Etudiant;a;\nSituation;;0;1\n";
    const people = "id;situation\n1;Etudiant\n";
    const codes = byCommand(bad, people).problems.map(({ code }) => code);
    expect(codes).toEqual([
      "quota-min-over-max",
      "quota-number-not-whole",
      "quota-number-missing",
      "quota-doubled",
      "quota-value-empty",
    ]);
    expect((await byScreens(bad, people)).codes).toEqual(codes);
  });
});

describe("a table that one of them wrote", () => {
  const people = [
    ["id", "Situation", "tél;fixe", "note"],
    ["=1", "Étudiant", "+33 6 00 00 00 00", 'a "b",\r\nc'],
    ["'-2", "Retraité", "-5", "@home"],
    ["3", "Étudiant", "", "'tis"],
  ];

  it("is read by the other, ids, telephone numbers and line breaks as they were", async () => {
    const { files, problems } = byCommand(features, csv(people));
    expect(problems).toEqual([]);
    if (!files) return;
    expect(files.request.people.map(({ id }) => id)).toEqual(["=1", "'-2", "3"]);
    const tables = peopleTables(files, ["=1", "'-2"]);
    const [selected, remaining] = [join(folder, "selected.csv"), join(folder, "remaining.csv")];
    writeFileSync(selected, csv(tables.selected));
    writeFileSync(remaining, csv(tables.remaining));
    const [one, other] = [
      await readTable(readFileSync(selected), "file"),
      await readTable(readFileSync(remaining), "file"),
    ];
    expect(one.ok && [one.value.header, ...one.value.rows]).toEqual(people.slice(0, 3));
    expect(other.ok && other.value.rows).toEqual(people.slice(3));
  });
});
