import { type RichMark, type RichNode, safeHref } from "./rich-text";
import { DEEPEST_BLOCK } from "./text-shape";

/**
 * A rich text with nothing in it but the closed set of blocks and marks, as a `doc`. Unknown blocks become paragraphs or give way to
 * what they hold, unsafe links fall away, and what is nested too deep becomes one paragraph; the words and their order are kept.
 */
export function closedSet(node: RichNode): RichNode {
  return { type: "doc", content: blocksOf(node.type === "doc" ? childrenOf(node) : [node], 0) };
}

/** The words of a node of any depth, in their order; line breaks as line ends. */
export function wordsOf(node: RichNode): string {
  const words: string[] = [];
  const left = [node];
  for (let next = left.pop(); next; next = left.pop()) {
    if (typeof next.text === "string") words.push(next.text);
    else if (next.type === "hardBreak") words.push("\n");
    left.push(...[...childrenOf(next)].reverse());
  }
  return words.join("");
}

const childrenOf = (node: RichNode): readonly RichNode[] => node.content ?? [];
const isInline = (node: RichNode): boolean => typeof node.text === "string" || node.type === "hardBreak";

function withContent(type: string, content: readonly RichNode[]): RichNode {
  return content.length > 0 ? { type, content } : { type };
}

function blocksOf(nodes: readonly RichNode[], depth: number): RichNode[] {
  const blocks: RichNode[] = [];
  let loose: RichNode[] = [];
  const gather = (): void => {
    if (loose.length > 0) blocks.push(withContent("paragraph", inlineOf(loose)));
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) loose.push(node);
    else {
      gather();
      blocks.push(...blockOf(node, depth));
    }
  }
  gather();
  return blocks;
}

function blockOf(node: RichNode, depth: number): RichNode[] {
  const children = childrenOf(node);
  if (depth >= DEEPEST_BLOCK) return [flattened(node)];
  switch (node.type) {
    case "paragraph":
    case "heading":
      return [withContent(node.type, inlineOf(children))];
    case "bulletList":
    case "orderedList":
      return children.length > 0
        ? [
            withContent(
              node.type,
              children.map((child) => itemOf(child, depth + 1)),
            ),
          ]
        : [];
    case "blockquote":
      return [withContent("blockquote", atLeastOne(blocksOf(children, depth + 1)))];
    default:
      return children.some((child) => !isInline(child))
        ? blocksOf(children, depth + 1)
        : [withContent("paragraph", inlineOf(children))];
  }
}

function itemOf(node: RichNode, depth: number): RichNode {
  const inside = node.type === "listItem" ? childrenOf(node) : [node];
  return withContent("listItem", atLeastOne(blocksOf(inside, depth + 1)));
}

const atLeastOne = (blocks: readonly RichNode[]): readonly RichNode[] =>
  blocks.length > 0 ? blocks : [{ type: "paragraph" }];

function flattened(node: RichNode): RichNode {
  const text = wordsOf(node);
  return withContent("paragraph", text === "" ? [] : [{ type: "text", text }]);
}

/** Texts and line breaks; a block among them gives its words. */
function inlineOf(nodes: readonly RichNode[]): RichNode[] {
  return nodes.flatMap((node) => {
    if (node.type === "hardBreak" && typeof node.text !== "string") return [{ type: "hardBreak" }];
    const text = typeof node.text === "string" ? node.text : wordsOf(node);
    if (text === "") return [];
    const marks = marksOf(node.marks ?? []);
    return [marks.length > 0 ? { type: "text", text, marks } : { type: "text", text }];
  });
}

function marksOf(marks: readonly RichMark[]): RichMark[] {
  const has = (type: string): boolean => marks.some((mark) => mark.type === type);
  const href = safeHref(marks.find(({ type }) => type === "link")?.attrs?.href);
  return [
    ...(has("bold") ? [{ type: "bold" }] : []),
    ...(has("italic") ? [{ type: "italic" }] : []),
    ...(href === null ? [] : [{ type: "link", attrs: { href } }]),
  ];
}
