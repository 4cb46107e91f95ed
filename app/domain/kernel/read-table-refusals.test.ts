import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { atOnce, mostTableBytes, readTable, readWholeRows } from "./read-table";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusalOf = (bytes: Uint8Array) => {
  const read = atOnce(readTable(bytes));
  return read.ok ? undefined : read.refusal;
};

describe("a file that is no table of text", () => {
  it("is refused for a spreadsheet by its first bytes, whatever follows", () => {
    fc.assert(
      fc.property(
        fc.constantFrom([0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]),
        fc.uint8Array({ maxLength: 20 }),
        (mark, rest) => {
          expect(refusalOf(Uint8Array.from([...mark, ...rest]))).toEqual({ code: "file-is-spreadsheet" });
        },
      ),
      { numRuns: 50, verbose: 1 },
    );
  });

  it("is refused where it holds a NUL, in any encoding", () => {
    expect(refusalOf(utf8("id,name\n1,a\0b\n"))).toEqual({ code: "file-not-text" });
    const sixteen = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("id,name\n1,a\0b\n", "utf16le")]);
    expect(refusalOf(sixteen)).toEqual({ code: "file-not-text" });
  });

  it("is refused where its letters are of another encoding, with what to save it as", () => {
    expect(refusalOf(Buffer.from("id,prénom\n1,Zoé\n", "latin1"))).toEqual({ code: "file-not-utf-eight" });
    expect(refusalOf(Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x62]))).toEqual({ code: "file-not-utf-eight" });
  });

  it("never ends in an error of ours, whatever bytes it has", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const read = atOnce(readTable(bytes));
        if (read.ok) expect(read.value.rows.length).toBeGreaterThan(0);
        else expect(read.refusal.code).toMatch(/^file-/);
      }),
      { numRuns: 300, verbose: 1 },
    );
  });
});

test.each([
  ["nothing", ""],
  ["a mark only", "\ufeff"],
  ["blank lines", "\n\n  \n;;\n"],
  ["a header only", "id,name\n"],
  ["a header over blank rows", "id,name\n,\n ,\t\n"],
  ["Excel's line about the separator only", "sep=;\n"],
])("a file with %s has no rows", (_, text) => {
  expect(refusalOf(utf8(text))).toEqual({ code: "file-without-rows" });
});

test("a file may be as large as the limit, and is not looked at when it is larger", () => {
  const row = utf8(`${"x,".repeat(99)}x\n`);
  const full = Buffer.alloc(mostTableBytes, row);
  expect(refusalOf(full)?.code).not.toBe("file-too-large");
  expect(refusalOf(Buffer.alloc(mostTableBytes + 1))).toEqual({ code: "file-too-large", data: { megabytes: 12 } });
});

test("a mere list is given with its first row and the blank ones", () => {
  const read = atOnce(readWholeRows(utf8("\nzoe@example.org\n\nleo@example.org")));
  expect(read).toEqual({ ok: true, value: [[""], ["zoe@example.org"], [""], ["leo@example.org"]] });
});

describe("a header", () => {
  const headerOf = (text: string) => {
    const read = atOnce(readTable(utf8(text)));
    return read.ok ? read.value.header : read.refusal;
  };

  it("loses the empty columns at its end and no others", () => {
    expect(headerOf("id,,age, ,\n1,2,3\n")).toEqual(["id", "", "age"]);
  });

  it("is cleaned of what nobody sees", () => {
    expect(headerOf("\u200bid , Code\u00a0 postal\n1,2\n")).toEqual(["id", "Code postal"]);
  });
});

test("rows of mixed line ends are as many as people see", () => {
  const text = Array.from({ length: 60 }, (_, at) => `${at},Name ${at}${["\n", "\r\n", "\r"][at % 3]}`).join("");
  const read = atOnce(readTable(utf8(`id,name\r\n${text}`)));
  expect(read.ok && read.value.rows.map(([id]) => Number(id))).toEqual(Array.from({ length: 60 }, (_, at) => at));
});
