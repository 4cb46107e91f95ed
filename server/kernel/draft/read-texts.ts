import { applyUpdate, Doc, XmlElement, type XmlFragment, XmlText } from "yjs";
import { closedSet } from "~/app/domain/drafting/closed-set";
import type { TextField } from "~/app/domain/drafting/revision-content";
import type { RichMark, RichNode } from "~/app/domain/drafting/rich-text";

/** Elements below this depth are left out of the tree: their words are kept, side by side. */
const DEEPEST_ELEMENT = 64;

type Attributes = NonNullable<RichMark["attrs"]>;

/**
 * The written fields of a recommendation from its shared document (one Yjs update, encoding v1), reduced to the closed set. Whatever
 * a client put into the document is read without fault: what is neither text nor element is left out.
 */
export function readTexts(state: Uint8Array): Record<TextField, RichNode> {
  return readFields(state, (read) => ({
    action: read("action"),
    reasons: read("reasons"),
    tradeOffs: read("tradeOffs"),
  }));
}

/** The notes of a table from their shared document, reduced in the same way. */
export function readNotes(state: Uint8Array): RichNode {
  return readFields(state, (read) => read("notes"));
}

function readFields<T>(state: Uint8Array, pick: (read: (field: string) => RichNode) => T): T {
  const doc = new Doc();
  applyUpdate(doc, state);
  const picked = pick((field) => closedSet({ type: "doc", content: childrenOf(doc.getXmlFragment(field), 0) }));
  doc.destroy();
  return picked;
}

function childrenOf(parent: XmlFragment | XmlElement, depth: number): RichNode[] {
  const nodes: RichNode[] = [];
  const children: unknown[] = parent.toArray();
  for (const child of children) {
    if (child instanceof XmlText) nodes.push(...textsOf(child));
    else if (child instanceof XmlElement) nodes.push(elementOf(child, depth));
  }
  return nodes;
}

function elementOf(element: XmlElement, depth: number): RichNode {
  const content = depth < DEEPEST_ELEMENT ? childrenOf(element, depth + 1) : wordsBelow(element);
  return { type: element.nodeName, content };
}

function wordsBelow(element: XmlElement): RichNode[] {
  const words: RichNode[] = [];
  const left: unknown[] = [element];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next instanceof XmlText) words.push(...textsOf(next));
    else if (next instanceof XmlElement) left.push(...next.toArray().reverse());
  }
  return words;
}

function textsOf(text: XmlText): RichNode[] {
  const pieces: { readonly insert?: unknown; readonly attributes?: Record<string, unknown> }[] = text.toDelta();
  return pieces.flatMap(({ insert, attributes }) =>
    typeof insert === "string" ? [{ type: "text", text: insert, marks: marksOf(attributes ?? {}) }] : [],
  );
}

/** y-tiptap keeps overlapping marks of one kind apart by a suffix: `link--abcdefgh`. */
function marksOf(attributes: Record<string, unknown>): RichMark[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === false) return [];
    const attrs = typeof value === "object" ? (value as Attributes) : {};
    return [{ type: name.replace(/--[A-Za-z0-9+/=]{8}$/, ""), attrs }];
  });
}
