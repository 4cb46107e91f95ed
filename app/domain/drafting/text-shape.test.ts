import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textFields } from "./revision-content";
import { blockTypes, markTypes } from "./rich-text";
import { linkAttributes, mayHaveAttribute, mayHoldText, mayMark, mayStandIn, textShapes } from "./text-shape";

const { notes, recommendation } = textShapes;
const shapes = [notes, recommendation];
const odd = ["__proto__", "constructor", "toString", "hasOwnProperty", "", "script", "iframe"];

describe("what may stand where", () => {
  test("notes are paragraphs and lists, a recommendation has headings and quotes too", () => {
    for (const block of ["paragraph", "bulletList", "orderedList"]) {
      expect(shapes.map((shape) => mayStandIn(shape, block, null))).toEqual([true, true]);
    }
    for (const block of ["heading", "blockquote"]) {
      expect(shapes.map((shape) => mayStandIn(shape, block, null))).toEqual([false, true]);
    }
  });

  test("an item stands in a list and nowhere else, a line break in a line and nowhere else", () => {
    for (const shape of shapes) {
      for (const list of ["bulletList", "orderedList"]) expect(mayStandIn(shape, "listItem", list)).toBe(true);
      for (const parent of [null, "paragraph", "listItem"]) expect(mayStandIn(shape, "listItem", parent)).toBe(false);
      expect(mayStandIn(shape, "hardBreak", "paragraph")).toBe(true);
      for (const parent of [null, "bulletList", "listItem", "hardBreak"]) {
        expect(mayStandIn(shape, "hardBreak", parent)).toBe(false);
      }
    }
  });

  test("a list holds items only, and no line holds a block", () => {
    for (const shape of shapes) {
      for (const block of Object.keys(shape.blocks)) {
        expect(mayStandIn(shape, block, "bulletList")).toBe(block === "listItem");
        expect(mayStandIn(shape, block, "paragraph")).toBe(block === "hardBreak");
      }
    }
  });

  test("text stands in lines only", () => {
    for (const shape of shapes) {
      const holding = Object.keys(shape.blocks).filter((block) => mayHoldText(shape, block));
      expect(holding).toEqual(shape === notes ? ["paragraph"] : ["paragraph", "heading"]);
    }
  });

  test("every block of the closed set has a place in a recommendation, and every field of it is written", () => {
    const placed = Object.keys(recommendation.blocks).filter((block) => block !== "hardBreak");
    expect(placed.sort()).toEqual([...blockTypes].sort());
    expect(Object.keys(recommendation.marks)).toEqual([...markTypes]);
    expect(recommendation.fields).toEqual([...textFields]);
  });
});

describe("what blocks and marks may carry", () => {
  test("a heading is of the third level, the page has the others", () => {
    const level = mayHaveAttribute(recommendation, "heading", "level");
    expect([1, 2, 3, 4, "3", null].map(level)).toEqual([false, false, true, false, false, false]);
  });

  test("a list counts from a whole number, in one of the ways that HTML knows", () => {
    const [start, type] = ["start", "type"].map((name) => mayHaveAttribute(notes, "orderedList", name));
    expect([0, 1, 1_000_000].map((value) => start?.(value))).toEqual([true, true, true]);
    expect([-1, 1.5, 1_000_001, Number.NaN, "1", null].filter((value) => start?.(value))).toEqual([]);
    expect([null, "1", "a", "A", "i", "I"].map((value) => type?.(value))).toEqual(Array(6).fill(true));
    expect(["disc", "b", 1, undefined].filter((value) => type?.(value))).toEqual([]);
  });

  test("nothing else is carried by any block", () => {
    for (const shape of shapes) {
      for (const block of [...Object.keys(shape.blocks), ...odd]) {
        for (const name of ["style", "onclick", "class", "id", ...odd]) {
          expect(mayHaveAttribute(shape, block, name)("x"), `${block} ${name}`).toBe(false);
        }
      }
    }
  });

  test("bold and italic carry nothing; a mark that ends carries nothing either", () => {
    for (const shape of shapes) {
      for (const mark of ["bold", "italic"]) {
        expect([{}, null].map((value) => mayMark(shape, mark, value))).toEqual([true, true]);
        for (const value of [{ style: "x" }, [], "", true, undefined, 1])
          expect(mayMark(shape, mark, value)).toBe(false);
      }
    }
  });

  test("a link needs an address that may be followed, of two thousand characters at most, and carries ours beside it", () => {
    const href = "https://example.org";
    const link = (value: unknown) => mayMark(recommendation, "link", value);
    expect([{ href }, { ...linkAttributes, href }, { href, rel: null, target: null }].map(link)).toEqual([
      true,
      true,
      true,
    ]);
    expect(link({})).toBe(false);
    expect(link({ ...linkAttributes })).toBe(false);
    for (const bad of ["javascript:alert(1)", "", null, 5]) expect(link({ href: bad })).toBe(false);
    for (const more of [{ target: "_top" }, { rel: "opener" }, { class: "big" }, { title: "x" }, { onclick: "x" }]) {
      expect(link({ href, ...more })).toBe(false);
    }
    const long = (length: number) => `${href}/`.padEnd(length, "a");
    expect([long(2000), long(2001)].map((one) => link({ href: one }))).toEqual([true, false]);
  });

  test("notes have no links", () => {
    expect(mayMark(notes, "link", { href: "https://example.org" })).toBe(false);
  });
});

test("law: a name that is not of the shape, inherited ones too, may nothing and holds nothing", () => {
  const name = fc.oneof(fc.string(), fc.constantFrom(...odd));
  fc.assert(
    fc.property(fc.constantFrom(...shapes), name, name, (shape, one, other) => {
      fc.pre(!Object.keys(shape.blocks).includes(one) && !Object.keys(shape.marks).includes(one));
      expect(mayStandIn(shape, one, null)).toBe(false);
      expect(mayStandIn(shape, one, other)).toBe(false);
      expect(mayStandIn(shape, "paragraph", one)).toBe(false);
      expect(mayHoldText(shape, one)).toBe(false);
      expect(mayMark(shape, one, null)).toBe(false);
      expect(mayHaveAttribute(shape, one, other)(null)).toBe(false);
    }),
    { seed: 20261129, numRuns: 200 },
  );
});
