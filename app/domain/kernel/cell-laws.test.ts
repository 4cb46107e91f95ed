import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { cleanCell, valueKey } from "./cell";

const words = fc.array(fc.constantFrom("Âgé", "16-29", "l'Île", "Straße", "مريم", "日本", "Ωμέγα", "Ё", "a", "0"), {
  minLength: 1,
  maxLength: 4,
});
const unseen = fc.constantFrom("", "\u200b", "\u00ad", "\u200e", "\ufeff", "\u2060");
const space = fc.constantFrom(" ", "  ", "\t", "\u00a0", "\u3000", " \n ");
const any = fc.string({ unit: "grapheme", maxLength: 20 });

describe("a cell that was cleaned", () => {
  it("begins and ends with a sign, has single spaces inside and no line, tab or other sign of control", () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(cleanCell(text)).not.toMatch(/^\s|\s$|\s\s|\p{Cc}|[^\S ]/u);
      }),
      { numRuns: 300, verbose: 1 },
    );
  });

  it("is what was meant, whatever spaces stand between its words and whatever nobody sees inside", () => {
    fc.assert(
      fc.property(words, space, unseen, (parts, gap, hidden) => {
        const typed = `${gap}${parts.map((part) => part + hidden).join(gap)}${gap}`;
        expect(cleanCell(typed)).toBe(parts.join(" ").normalize("NFC"));
      }),
      { verbose: 1 },
    );
  });

  it("of nothing is nothing", () => {
    expect([undefined, "", " ", "\u200b\u00ad", "\t\r\n"].map(cleanCell)).toEqual(["", "", "", "", ""]);
  });
});

describe("one value for all its spellings", () => {
  const key = (text: string): string => valueKey(text);

  it("in capitals or small letters, composed or not, with or without what nobody sees", () => {
    fc.assert(
      fc.property(words, space, unseen, (parts, gap, hidden) => {
        const text = parts.join(" ");
        const spellings = [
          text.toUpperCase(),
          text.toLowerCase(),
          text.normalize("NFD"),
          text.normalize("NFC"),
          parts.join(gap),
          `${hidden}${text}${hidden}`,
        ];
        expect(new Set(spellings.map(key))).toEqual(new Set([key(text)]));
      }),
      { verbose: 1 },
    );
  });

  it("whichever hyphen, dash or apostrophe was at hand", () => {
    const dashes = ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\ufe63", "\uff0d"];
    expect(new Set(dashes.map((dash) => key(`16${dash}29`)))).toEqual(new Set(["16-29"]));
    const quotes = ["'", "\u2018", "\u2019", "\u02bc", "\u00b4", "`"];
    expect(new Set(quotes.map((quote) => key(`l${quote}île`)))).toEqual(new Set(["l'ile"]));
  });

  it("has no key of spaces: blank is blank, however it is typed", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(space, unseen), { maxLength: 6 }), (parts) => {
        expect(key(parts.join(""))).toBe("");
      }),
      { verbose: 1 },
    );
  });
});

test("numbers, letters and signs that mean something keep values apart", () => {
  const values = ["16-29", "16 29", "1629", "16+29", "16/29", "16.29", "<16", ">16", "16", "16+", "≥16", "n/a", "na"];
  expect(new Set(values.map(valueKey)).size).toBe(values.length);
});
