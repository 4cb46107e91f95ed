import fc from "fast-check";
import { expect, test } from "vitest";
import { isSafeAddress } from "../kernel/safe-address";
import { type Block, type Inline, parseReading } from "./reading";

const text = (content: string): Inline => ({ kind: "text", text: content });

test("headings, paragraphs, lists and quotes are told apart by how a line begins", () => {
  const blocks = parseReading(
    "# Se loger\n\nUne ligne\nune autre\n\n- un\n- deux\n\n1. d'abord\n2. ensuite\n\n> dit-elle",
  );
  expect(blocks).toEqual([
    { kind: "heading", level: 1, children: [text("Se loger")] },
    { kind: "paragraph", lines: [[text("Une ligne")], [text("une autre")]] },
    { kind: "list", ordered: false, items: [[text("un")], [text("deux")]] },
    { kind: "list", ordered: true, items: [[text("d'abord")], [text("ensuite")]] },
    { kind: "quote", lines: [[text("dit-elle")]] },
  ] satisfies Block[]);
});

test("a list goes on over a blank line between its items", () => {
  expect(parseReading("- un\n\n- deux\n\nfin")).toHaveLength(2);
});

test("a list of 12,000 items is one list, with or without blank lines between them", () => {
  for (const between of ["\n", "\n\n"]) {
    const items = Array.from({ length: 12_000 }, () => "- a").join(between);
    const [list, ...more] = parseReading(items);
    expect(more).toEqual([]);
    expect(list?.kind === "list" && list.items.length).toBe(12_000);
  }
});

test("bold, italic and links stand inside a line, italic inside bold", () => {
  expect(parseReading("Le **loyer *moyen* ici** et [la carte](https://carte.example/a).")).toEqual([
    {
      kind: "paragraph",
      lines: [
        [
          text("Le "),
          {
            kind: "strong",
            children: [text("loyer "), { kind: "emphasis", children: [text("moyen")] }, text(" ici")],
          },
          text(" et "),
          { kind: "link", href: "https://carte.example/a", children: [text("la carte")] },
          text("."),
        ],
      ],
    },
  ]);
});

test("HTML and links that a browser would run stay text", () => {
  for (const hostile of ["<script>alert(1)</script>", "[ici](javascript:alert(1))", "[ici](data:text/html,x)"]) {
    expect(wordsOf(parseReading(hostile))).toBe(hostile);
  }
});

test("a backslash keeps a mark as it is", () => {
  expect(parseReading("5 \\* 3 \\*\\*")).toEqual([{ kind: "paragraph", lines: [[text("5 * 3 **")]] }]);
});

test("lone marks are text", () => {
  expect(wordsOf(parseReading("2 * 3 ** 4 [ouvert"))).toBe("2 * 3 ** 4 [ouvert");
});

test("whatever is typed is read without a throw, and every link is safe", () => {
  const piece = fc.constantFrom(
    "*",
    "**",
    "[",
    "](",
    ")",
    "https://a.b",
    "javascript:",
    "# ",
    "> ",
    "- ",
    "1. ",
    "\n",
    "a b",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      for (const href of linksOf(parseReading(pieces.join("")))) expect(isSafeAddress(href)).toBe(true);
    }),
  );
});

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case "heading":
      return block.children;
    case "list":
      return block.items.flat();
    case "paragraph":
    case "quote":
      return block.lines.flat();
  }
}

function flat(inline: Inline): readonly Inline[] {
  return inline.kind === "text" ? [inline] : [inline, ...inline.children.flatMap(flat)];
}

function linksOf(blocks: readonly Block[]): string[] {
  return blocks
    .flatMap(inlinesOf)
    .flatMap(flat)
    .flatMap((inline) => (inline.kind === "link" ? [inline.href] : []));
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap(inlinesOf)
    .flatMap(flat)
    .map((inline) => (inline.kind === "text" ? inline.text : ""))
    .join("");
}
