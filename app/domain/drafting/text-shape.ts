import { safeHref } from "./rich-text";

/** How deep blocks may stand inside blocks, the text's own blocks being 1: five lists inside each other. */
export const DEEPEST_BLOCK = 12;

/** Longest address of a link, and longest other value of an attribute. Characters. */
const LONGEST_HREF = 2_000;

type Check = (value: unknown) => boolean;

/** What may stand directly in a block: other blocks, or text with these elements among it. */
export interface BlockShape {
  readonly children: readonly string[];
  readonly holdsText: boolean;
  readonly attributes: Readonly<Record<string, Check>>;
}

/**
 * What the shared document of one kind can hold. The gate of the server and the editors of the screens both follow it, and a test
 * compares it with the editors' own schema. How many of what must stand where is left to the editors: people who write at the same
 * time can make an empty list, and each editor mends it.
 */
export interface TextShape {
  /** The names of its fragments: one for each field that is written. */
  readonly fields: readonly string[];
  readonly top: readonly string[];
  readonly blocks: Readonly<Record<string, BlockShape>>;
  /** The value is the mark's attributes, or null where it ends. */
  readonly marks: Readonly<Record<string, Check>>;
}

const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

const isOrdinal: Check = (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1_000_000;

const holdingText = (attributes: BlockShape["attributes"] = {}): BlockShape => ({
  children: ["hardBreak"],
  holdsText: true,
  attributes,
});
const holding = (children: readonly string[], attributes: BlockShape["attributes"] = {}): BlockShape => ({
  children,
  holdsText: false,
  attributes,
});

/** A mark's attributes: exactly these, as far as given. `values` are asked for those that are there. */
function marked(values: Readonly<Record<string, Check>>, needed: readonly string[] = []): Check {
  return (value) => {
    if (value === null) return true;
    if (typeof value !== "object" || Array.isArray(value)) return false;
    const entries = Object.entries(value);
    return (
      entries.every(([name, each]) => Object.hasOwn(values, name) && values[name]?.(each) === true) &&
      needed.every((name) => name in value)
    );
  };
}

const plainMark = marked({});

/** `target`, `rel`, `class` and `title` are the same in every link: no reader is served by somebody's own. */
export const linkAttributes = {
  target: "_blank",
  rel: "noopener noreferrer nofollow",
  class: null,
  title: null,
} as const;

const isHref: Check = (value) => typeof value === "string" && value.length <= LONGEST_HREF && safeHref(value) !== null;

const linkMark = marked(
  {
    href: isHref,
    target: oneOf(linkAttributes.target, null),
    rel: oneOf(linkAttributes.rel, null),
    class: oneOf(null),
    title: oneOf(null),
  },
  ["href"],
);

/** The kinds of numbering a list may have, as HTML names them; null is the usual one. */
export const listTypes = ["1", "a", "A", "i", "I"] as const;

const lists = { bulletList: holding(["listItem"]) };
const ordered = holding(["listItem"], { start: isOrdinal, type: oneOf(null, ...listTypes) });
const noteBlocks = ["paragraph", "bulletList", "orderedList"];
const textBlocks = [...noteBlocks, "heading", "blockquote"];

const notes: TextShape = {
  fields: ["notes"],
  top: noteBlocks,
  blocks: {
    paragraph: holdingText(),
    ...lists,
    orderedList: ordered,
    listItem: holding(noteBlocks),
    hardBreak: holding([]),
  },
  marks: { bold: plainMark, italic: plainMark },
};

const recommendation: TextShape = {
  fields: ["action", "reasons", "tradeOffs"],
  top: textBlocks,
  blocks: {
    paragraph: holdingText(),
    heading: holdingText({ level: oneOf(3) }),
    ...lists,
    orderedList: ordered,
    listItem: holding(textBlocks),
    blockquote: holding(textBlocks),
    hardBreak: holding([]),
  },
  marks: { bold: plainMark, italic: plainMark, link: linkMark },
};

/** By kind of document. */
export const textShapes: Readonly<Record<"notes" | "recommendation", TextShape>> = { notes, recommendation };

/** Whether an attribute of a block may have this value. */
export function mayHaveAttribute({ blocks }: TextShape, block: string, name: string): Check {
  const attributes = Object.hasOwn(blocks, block) ? blocks[block]?.attributes : undefined;
  return (attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined) ?? (() => false);
}

/** Whether a mark may have these attributes. */
export function mayMark({ marks }: TextShape, name: string, value: unknown): boolean {
  return Object.hasOwn(marks, name) && marks[name]?.(value) === true;
}

/** Whether a block may stand in another (null: at the top of the text). */
export function mayStandIn({ top, blocks }: TextShape, block: string, parent: string | null): boolean {
  if (!Object.hasOwn(blocks, block)) return false;
  if (parent === null) return top.includes(block);
  return Object.hasOwn(blocks, parent) && blocks[parent]?.children.includes(block) === true;
}

/** Whether text may stand directly in a block. */
export function mayHoldText({ blocks }: TextShape, block: string): boolean {
  return Object.hasOwn(blocks, block) && blocks[block]?.holdsText === true;
}
