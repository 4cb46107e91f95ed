import { describe, expect, it } from "vitest";
import type { TableRefusal } from "~/app/domain/kernel/read-table";
import { readTable } from "./read-table";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readTable(bytes(text), "file");
const refusalOf = async (given: Uint8Array): Promise<TableRefusal | undefined> => {
  const table = await readTable(given, "file");
  return table.ok ? undefined : table.refusal.code;
};

describe("a file of rows", () => {
  const expected = { header: ["id", "Prénom"], rows: [["1", "Zoé, l'aînée"]], firstRow: 2 };

  it("may be separated by commas, semicolons or tabs", async () => {
    for (const text of ['id,Prénom\n1,"Zoé, l\'aînée"', "id;Prénom\n1;Zoé, l'aînée", "id\tPrénom\n1\tZoé, l'aînée"]) {
      expect(await read(text)).toEqual({ ok: true, value: expected });
    }
  });

  it("may start with a byte order mark and end its lines as Windows does", async () => {
    expect(await read('\ufeffid;Prénom\r\n1;"Zoé, l\'aînée"\r\n')).toMatchObject({
      value: expected,
    });
  });

  it("keeps blank rows, so that row numbers stay those of the spreadsheet", async () => {
    const table = await read("id,name\n1,a\n\n2,b");
    expect(table.ok && table.value.rows).toEqual([["1", "a"], [""], ["2", "b"]]);
  });

  it("keeps line breaks and doubled quotes inside quotes", async () => {
    const table = await read('id,note\n1,"a\nb ""c"""');
    expect(table.ok && table.value.rows).toEqual([["1", 'a\nb "c"']]);
  });

  it("is read whole when it is longer than a piece", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at},"name, ${at}"`);
    const table = await read(["id,name", ...rows].join("\n"));
    expect(table.ok && table.value.rows.length).toBe(20_000);
    expect(table.ok && table.value.rows.at(-1)).toEqual(["19999", "name, 19999"]);
  });

  it("is refused with what to do when it is a workbook, another encoding, or no text", async () => {
    expect(await refusalOf(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))).toBe("file-is-spreadsheet");
    expect(await refusalOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1))).toBe("file-is-spreadsheet");
    expect(await refusalOf(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))).toBe("file-not-utf-eight");
    expect(await refusalOf(Uint8Array.of(0x69, 0x64, 0x2c, 0xe9, 0x0a))).toBe("file-not-utf-eight");
    expect(await refusalOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0))).toBe("file-not-text");
  });

  it("is refused when it is empty, has a header only, or a quote that never closes", async () => {
    expect(await refusalOf(new Uint8Array())).toBe("file-without-rows");
    expect(await refusalOf(bytes("id,name\n\n  ,\n"))).toBe("file-without-rows");
    expect(await refusalOf(bytes('id,name\n1,"open\n2,b'))).toBe("file-quotes-open");
  });

  it("is refused with the place where it is too much, beside the field", async () => {
    expect(await read(`id,name\n1,${"x".repeat(6_000)}`)).toEqual({
      ok: false,
      refusal: { code: "file-cell-too-long", data: { row: 2, column: 2, most: 5_000 }, field: "file" },
    });
    const header = Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(",");
    expect(await refusalOf(bytes(`${header}\n1,2\n`))).toBe("file-too-many-columns");
  });

  it("is no text when it holds a NUL anywhere", async () => {
    expect(await refusalOf(bytes(`id,name\n${"1,a\n".repeat(20_000)}2,\u0000`))).toBe("file-not-text");
  });
});
