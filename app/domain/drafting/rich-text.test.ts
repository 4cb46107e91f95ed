import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsOf } from "./closed-set";
import { plainText, type RichNode, safeHref } from "./rich-text";

const text = (words: string): RichNode => ({ type: "text", text: words });
const block = (type: string, ...content: readonly RichNode[]): RichNode => ({ type, content });
const paragraph = (...words: readonly string[]): RichNode => block("paragraph", ...words.map(text));
const doc = (...content: readonly RichNode[]): RichNode => block("doc", ...content);

describe("the words of a rich text", () => {
  test("stand line by line: paragraphs, headings, the items of a list, the blocks of an item", () => {
    const list = block(
      "bulletList",
      block("listItem", paragraph("one")),
      block("listItem", paragraph("two"), paragraph("more")),
    );
    expect(plainText(doc(block("heading", text("Rents")), paragraph("Cap them."), list))).toBe(
      "Rents\nCap them.\none\ntwo\nmore",
    );
  });

  test("are not run together where a quote has several paragraphs", () => {
    expect(plainText(doc(block("blockquote", paragraph("She said"), paragraph("no."))))).toBe("She said\nno.");
  });

  test("are not run together where a line is broken", () => {
    expect(plainText(doc(block("paragraph", text("12 rue Haute"), { type: "hardBreak" }, text("Lyon"))))).toBe(
      "12 rue Haute\nLyon",
    );
  });

  test("of one line stay together, whatever part of it is bold", () => {
    const bold = { ...text("all"), marks: [{ type: "bold" }] };
    expect(plainText(doc(block("paragraph", text("House "), bold, text(" students."))))).toBe("House all students.");
  });

  test("are none in a text that only looks written", () => {
    const list = block("orderedList", block("listItem", paragraph(" ")));
    for (const empty of [doc(), doc(paragraph()), doc(paragraph("  ", "\n")), doc(list, block("blockquote"))]) {
      expect(plainText(empty).trim()).toBe("");
    }
  });

  test("law: no word is lost or added", () => {
    const words = fc.stringMatching(/^[a-zé]{1,5}$/);
    const line = fc.array(fc.oneof(words.map(text), fc.constant<RichNode>({ type: "hardBreak" })), { maxLength: 3 });
    const blocks = fc.letrec<{ block: RichNode }>((tie) => ({
      block: fc.oneof(
        { depthSize: "small" },
        line.map((content) => block("paragraph", ...content)),
        fc
          .tuple(fc.constantFrom("bulletList", "blockquote", "listItem"), fc.array(tie("block"), { maxLength: 3 }))
          .map(([type, content]) => block(type, ...content)),
      ),
    })).block;
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 4 }), (content) => {
        const bare = (some: string) => some.replaceAll(/\s/g, "");
        expect(bare(plainText(doc(...content)))).toBe(bare(wordsOf(doc(...content))));
      }),
      { seed: 20261129 },
    );
  });
});

describe("a link", () => {
  test("leads to a page or an address for mail", () => {
    for (const href of ["https://example.org/a?b#c", "http://example.org", "mailto:odette@example.org"]) {
      expect(safeHref(href)).toBe(href);
    }
  });

  test("leads nowhere else, whatever stands where an address should", () => {
    for (const href of [
      "javascript:alert(1)",
      "data:text/html,x",
      "//example.org",
      "/fr",
      "",
      " https://a.b",
      null,
      7,
      {},
    ]) {
      expect(safeHref(href)).toBeNull();
    }
  });
});
