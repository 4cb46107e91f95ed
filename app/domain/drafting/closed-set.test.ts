import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closedSet, wordsOf } from "./closed-set";
import type { RichNode } from "./rich-text";

const text = (words: string, ...marks: readonly string[]): RichNode =>
  marks.length > 0
    ? { type: "text", text: words, marks: marks.map((type) => ({ type })) }
    : { type: "text", text: words };
const paragraph = (...content: readonly RichNode[]): RichNode => ({ type: "paragraph", content });
const doc = (...content: readonly RichNode[]): RichNode => ({ type: "doc", content });

const anyText = fc.string({ minLength: 1, maxLength: 8 }).map((words) => text(words));
const anyNode: fc.Arbitrary<RichNode> = fc.letrec<{ node: RichNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: "large" },
    anyText,
    fc.record({
      type: fc.constantFrom(
        "paragraph",
        "heading",
        "bulletList",
        "orderedList",
        "listItem",
        "blockquote",
        "table",
        "iframe",
      ),
      content: fc.array(tie("node"), { maxLength: 3 }),
    }),
  ),
})).node;

describe("the closed set of blocks and marks", () => {
  test("an unknown block becomes a paragraph and keeps its words", () => {
    expect(closedSet(doc({ type: "codeBlock", content: [text("npm start")] }))).toEqual(
      doc(paragraph(text("npm start"))),
    );
  });

  test("an unknown block around known ones gives way to them", () => {
    const table = {
      type: "table",
      content: [{ type: "cell", content: [paragraph(text("one")), paragraph(text("two"))] }],
    };
    expect(closedSet(doc(table))).toEqual(doc(paragraph(text("one")), paragraph(text("two"))));
  });

  test("a link that could run a script falls away, its words stay", () => {
    const link = { type: "text", text: "here", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] };
    expect(closedSet(doc(paragraph(link)))).toEqual(doc(paragraph(text("here"))));
  });

  test("bold, italic and safe links are kept, other marks fall away", () => {
    const marks = [
      { type: "highlight" },
      { type: "link", attrs: { href: "https://example.org", target: "_blank" } },
      { type: "bold" },
    ];
    const kept = [{ type: "bold" }, { type: "link", attrs: { href: "https://example.org" } }];
    expect(closedSet(doc(paragraph({ type: "text", text: "see", marks })))).toEqual(
      doc(paragraph({ type: "text", text: "see", marks: kept })),
    );
  });

  test("what is nested a thousand times is flattened, and its words are kept", () => {
    let nested: RichNode = paragraph(text("deep"));
    for (let depth = 0; depth < 1000; depth++) nested = { type: "blockquote", content: [nested] };
    const closed = closedSet(doc(nested));
    expect(wordsOf(closed)).toBe("deep");
    expect(JSON.stringify(closed).length).toBeLessThan(1000);
  });

  test("every word is kept, in its order", () => {
    fc.assert(
      fc.property(fc.array(anyNode), (content) => {
        expect(wordsOf(closedSet(doc(...content)))).toBe(wordsOf(doc(...content)));
      }),
    );
  });

  test("a closed text stays as it is", () => {
    fc.assert(
      fc.property(fc.array(anyNode), (content) => {
        const once = closedSet(doc(...content));
        expect(closedSet(once)).toEqual(once);
      }),
    );
  });
});
