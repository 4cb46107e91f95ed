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

test("a heading has one of three levels, and stands alone; more signs than that are text", () => {
  const levels = parseReading("# un\n## deux\n### trois").map((block) => block.kind === "heading" && block.level);
  expect(levels).toEqual([1, 2, 3]);
  for (const line of ["#### quatre", "#collé", "#"]) expect(parseReading(line)).toMatchObject([{ kind: "paragraph" }]);
});

test("a list is of one kind: numbers after bullets are another list, and a lone sign is text", () => {
  expect(parseReading("- un\n1) deux\n* trois\n+ quatre").map(({ kind }) => kind)).toEqual(["list", "list", "list"]);
  for (const line of ["-", "1.", "1000. trop", "-collé"])
    expect(parseReading(line)).toMatchObject([{ kind: "paragraph" }]);
});

test("a quote may have an empty line in it, and lines end as they do on any system", () => {
  expect(parseReading("> un\n>\n> deux")).toEqual([{ kind: "quote", lines: [[text("un")], [], [text("deux")]] }]);
  expect(parseReading("un\r\n\r\ndeux\rtrois")).toEqual(parseReading("un\n\ndeux\ntrois"));
});

test("an empty reading has no block", () => {
  for (const empty of ["", "  ", "\n\n \n"]) expect(parseReading(empty)).toEqual([]);
});

test("law: what has no mark in it is read word for word, line by line", () => {
  const line = fc.stringMatching(/^[a-zA-Zéà][a-zA-Zéà <>&"'.,;:!?0-9]{0,30}$/).map((one) => one.trim());
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      expect(parseReading(lines.join("\n"))).toEqual([{ kind: "paragraph", lines: lines.map((one) => [text(one)]) }]);
    }),
    { seed: 20261129 },
  );
});

test("law: a paragraph more at the end changes nothing of what stands before it", () => {
  const piece = fc.constantFrom("# a", "- b", "1. c", "> d", "**e**", "[f](https://a.b)", "", "g h");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (lines) => {
      const before = parseReading(lines.join("\n"));
      const after = parseReading([...lines, "", "fin"].join("\n"));
      expect(after).toEqual([...before, { kind: "paragraph", lines: [[text("fin")]] }]);
    }),
    { seed: 20261130 },
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
