import { isSafeAddress } from "../kernel/safe-address";

/** A piece of a line. Links lead to https, http or a mail address only. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] };

/** A piece of a reading. Headings have the levels 1 to 3 of the reading itself; the page gives them their place. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "quote"; readonly lines: readonly (readonly Inline[])[] };

const heading = /^(#{1,3})\s+(.+)$/;
const bullet = /^[-*+]\s+(.+)$/;
const numbered = /^\d{1,3}[.)]\s+(.+)$/;
const quoted = /^>\s?(.*)$/;

type LineKind = "heading" | "bullet" | "numbered" | "quote" | "blank" | "text";

/**
 * Reads the small part of Markdown that readings use: headings, paragraphs, bullet and numbered lists, quotes, **bold**, *italic*,
 * [links](https://…). Anything else, HTML included, is text. It refuses nothing: every text is some reading.
 */
export function parseReading(markdown: string): readonly Block[] {
  const lines = markdown.replaceAll(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const kind = kindOf(lines[at] ?? "");
    if (kind === "blank") {
      at += 1;
      continue;
    }
    const end = kind === "heading" ? at + 1 : endOfRun(lines, at, kind);
    blocks.push(toBlock(kind, lines.slice(at, end)));
    at = end;
  }
  return blocks;
}

function kindOf(line: string): LineKind {
  const text = line.trim();
  if (text === "") return "blank";
  if (heading.test(text)) return "heading";
  if (bullet.test(text)) return "bullet";
  if (numbered.test(text)) return "numbered";
  return quoted.test(text) ? "quote" : "text";
}

/** Where the lines of one kind that began at `start` end; a list may have blank lines between its items. */
function endOfRun(lines: readonly string[], start: number, kind: LineKind): number {
  const isList = kind === "bullet" || kind === "numbered";
  const is = (at: number, wanted: LineKind): boolean => at < lines.length && kindOf(lines[at] ?? "") === wanted;
  let end = start + 1;
  for (;;) {
    if (is(end, kind)) end += 1;
    else if (isList && is(end, "blank") && is(end + 1, kind)) end += 2;
    else return end;
  }
}

function toBlock(kind: Exclude<LineKind, "blank">, lines: readonly string[]): Block {
  const texts = lines.map((line) => line.trim()).filter((line) => line !== "");
  const parse = (pattern: RegExp) => texts.map((text) => parseInline(pattern.exec(text)?.[1] ?? ""));
  switch (kind) {
    case "heading": {
      const [, marks = "#", title = ""] = heading.exec(texts[0] ?? "") ?? [];
      return { kind, level: marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3, children: parseInline(title) };
    }
    case "bullet":
      return { kind: "list", ordered: false, items: parse(bullet) };
    case "numbered":
      return { kind: "list", ordered: true, items: parse(numbered) };
    case "quote":
      return { kind, lines: parse(quoted) };
    case "text":
      return { kind: "paragraph", lines: texts.map((text) => parseInline(text)) };
  }
}

const link = /^\[([^\]]{1,500})\]\(([^\s)]{1,2000})\)/;
const strong = /^\*\*(?=\S)(.{1,2000}?\S|\S)\*\*/;
const emphasis = /^\*(?=[^\s*])([^*]{0,2000}?[^\s*])\*/;
const escaped = /^\\([\\*_[\]()#>+.-])/;
const special = /[\\*[]/;

function parseInline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let plain = "";
  const flush = () => {
    if (plain !== "") found.push({ kind: "text", text: plain });
    plain = "";
  };
  let rest = text;
  while (rest !== "") {
    const mark = markAt(rest);
    if (mark?.inline) {
      flush();
      found.push(mark.inline);
    } else {
      plain += mark ? mark.text : rest.slice(0, untilSpecial(rest));
    }
    rest = rest.slice(mark ? mark.length : untilSpecial(rest));
  }
  flush();
  return found;
}

function untilSpecial(text: string): number {
  const next = text.slice(1).search(special);
  return next === -1 ? text.length : next + 1;
}

interface Mark {
  readonly length: number;
  readonly inline?: Inline;
  readonly text?: string;
}

function markAt(text: string): Mark | undefined {
  const [kept, char] = escaped.exec(text) ?? [];
  if (kept !== undefined && char !== undefined) return { length: kept.length, text: char };
  const [linked, label, href] = link.exec(text) ?? [];
  if (linked !== undefined && label !== undefined && href !== undefined && isSafeAddress(href)) {
    return { length: linked.length, inline: { kind: "link", href, children: [{ kind: "text", text: label }] } };
  }
  const [bold, inBold] = strong.exec(text) ?? [];
  if (bold !== undefined && inBold !== undefined) {
    return { length: bold.length, inline: { kind: "strong", children: parseInline(inBold) } };
  }
  const [italic, inItalic] = emphasis.exec(text) ?? [];
  if (italic !== undefined && inItalic !== undefined) {
    return { length: italic.length, inline: { kind: "emphasis", children: parseInline(inItalic) } };
  }
  return undefined;
}
