import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { csv, csvRows, csvStart } from "./csv";
import { atOnce, readTable, type Table } from "./read-table";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, { little }: { little: boolean }): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), little);
  return bytes;
}

function read(bytes: Uint8Array): Table {
  const table = atOnce(readTable(bytes));
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value;
}
const rowsOf = (bytes: Uint8Array): string[][] => {
  const { header, rows } = read(bytes);
  return [[...header], ...rows.map((row) => [...row])];
};

/** As programs other than ours write a table. */
function delimited(rows: string[][], { separator, end }: { separator: string; end: string }): string {
  const cell = (text: string) => (/["\r\n,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(separator) + end).join("");
}

/** Tables with everything that is hard in a cell; headers are names as they are kept. */
const cells = fc.string({ unit: fc.constantFrom(..."aé\"',;|\t\n=+-@ ", "\r\n", "'", "'="), maxLength: 6 });
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.tuple(
      fc.uniqueArray(fc.constantFrom("id", "Âge", "a;b;c;d", "x,y,z", "n|n|n|n", "sep=;", "-m", "'q"), {
        minLength: width,
        maxLength: width,
      }),
      fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 6 }),
    ),
  )
  .map(([header, rows]) => [header, ...rows, header.map((_, at) => `last ${at}`)]);

describe("what this project writes", () => {
  it("is read back cell by cell, over 500 tables, guards and all", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        expect(rowsOf(utf8(csv(rows)))).toEqual(rows);
      }),
      {
        numRuns: 500,
        examples: [
          [
            [
              ["a;b;c;d", "id"],
              ["", ";;"],
              ["last 0", "last 1"],
            ],
          ],
        ],
      },
    );
  });

  it("is read back when it is written piece by piece", () => {
    const [header, ...rows] = [
      ["id", "tel"],
      ["1", "+33 6"],
      ["2", "'+33"],
    ];
    expect(rowsOf(utf8(csvStart + csvRows([header ?? []]) + csvRows(rows)))).toEqual([header, ...rows]);
  });

  it("cannot be run by a spreadsheet", () => {
    fc.assert(
      fc.property(cells, (text) => {
        expect(csv([[text, "next"]]).replace(/^\ufeff"?/, "")).not.toMatch(/^([\t\r]|\s*[=+\-@|])/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what others write", () => {
  const encodings: [string, (text: string) => Uint8Array][] = [
    ["UTF-8", utf8],
    ["UTF-8 with a mark", (text) => utf8(`\ufeff${text}`)],
    ["UTF-16", (text) => utf16(text, { little: true })],
    ["UTF-16, the other way round", (text) => utf16(text, { little: false })],
  ];
  const plain = [
    ["id", "Âge", "note"],
    ["1", "16–29", 'says "yes",\r\nthen; no|\tmore'],
    ["2", "30", ""],
  ];
  for (const [name, encode] of encodings) {
    for (const separator of [",", ";", "\t", "|"]) {
      for (const end of ["\n", "\r\n", "\r"]) {
        test(`${name}, ${JSON.stringify(separator)}, ${JSON.stringify(end)} is read`, () => {
          expect(rowsOf(encode(delimited(plain, { separator, end })))).toEqual(plain);
        });
      }
    }
  }

  it("is told from the other separators by its first rows, not by the header alone", () => {
    const text = "Prénom (usage, au complet);Âge (16 à 29, 30 à 59, 60 ou plus)\r\nZoé;16-29\r\nLéo;30-59\r\n";
    expect(read(utf8(text)).header).toHaveLength(2);
    expect(read(utf8("a;b,c;d\n1;2;3\n")).header).toEqual(["a", "b,c", "d"]);
    expect(read(utf8("name\nDupont, Zoé\nPetit, Léo\n")).header).toEqual(["name"]);
  });

  it("may begin with Excel's line about the separator, or with blank lines, and rows keep their numbers", () => {
    expect(read(utf8("\ufeffsep=;\r\nid;name\r\n1;a, b\r\n"))).toEqual({
      header: ["id", "name"],
      rows: [["1", "a, b"]],
      firstRow: 2,
    });
    expect(read(utf8("\n;;\nid;name\n1;a\n"))).toMatchObject({ header: ["id", "name"], firstRow: 4 });
  });

  it("is read with the guard that another export wrote, and without it", () => {
    expect(read(utf8("id,tel\n1,'+33 6 00\n2,+33 6 00\n3,'tis\n")).rows.map(([, cell]) => cell)).toEqual([
      "+33 6 00",
      "+33 6 00",
      "'tis",
    ]);
  });
});
