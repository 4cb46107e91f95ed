import { Extension } from "@tiptap/core";
import { Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { safeHref } from "~/app/domain/drafting/rich-text";
import {
  DEEPEST_BLOCK,
  linkAttributes,
  mayHaveAttribute,
  mayMark,
  type TextShape,
} from "~/app/domain/drafting/text-shape";

/** What an attribute becomes whose value the shared document cannot hold (a list pasted with a number of its own making). */
const usual: Readonly<Record<string, unknown>> = { start: 1, type: null, level: 3 };

/**
 * Keeps an editor to what its shared document can hold, so that the server's gate never refuses somebody's honest work: nothing nested
 * deeper, no value that was pasted in from elsewhere. What others write is taken as it comes: the gate has seen it.
 */
export function keepToShape(shape: TextShape): Extension {
  return Extension.create({
    name: "keepToShape",
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("keepToShape"),
        filterTransaction: (transaction, state) => isOthers(transaction) || !deepens(transaction, state),
        appendTransaction: (transactions, _, state) =>
          transactions.some((one) => one.docChanged && !isOthers(one)) ? mended(state, shape) : null,
        props: {
          transformPasted: (slice, view) => fitting(slice, view.state),
        },
      }),
    ],
  });
}

function isOthers(transaction: Transaction): boolean {
  const meta: unknown = transaction.getMeta(ySyncPluginKey);
  return typeof meta === "object" && meta !== null && "isChangeOrigin" in meta && meta.isChangeOrigin === true;
}

/** A text that was nested deeper before may still be written in, and be made shallower. */
function deepens(transaction: Transaction, state: EditorState): boolean {
  if (!transaction.docChanged) return false;
  const depth = blockDepth(transaction.doc.content);
  return depth > DEEPEST_BLOCK && depth > blockDepth(state.doc.content);
}

/** How deep blocks stand in a fragment, its own being 1. */
export function blockDepth(fragment: Fragment): number {
  let deepest = 0;
  fragment.forEach((node) => {
    if (node.isBlock) deepest = Math.max(deepest, 1 + blockDepth(node.content));
  });
  return deepest;
}

/** What is pasted too deep becomes paragraphs: the words are kept. */
function fitting(slice: Slice, { selection, schema }: EditorState): Slice {
  if (selection.$from.depth + blockDepth(slice.content) <= DEEPEST_BLOCK) return slice;
  return new Slice(Fragment.from(paragraphsOf(slice.content, schema)), 0, 0);
}

function paragraphsOf(fragment: Fragment, schema: Schema): Node[] {
  const paragraphs: Node[] = [];
  fragment.descendants((node) => {
    if (!node.isTextblock) return true;
    paragraphs.push(schema.node("paragraph", null, node.content));
    return false;
  });
  return paragraphs;
}

function mended(state: EditorState, shape: TextShape): Transaction | null {
  const { tr: repair } = state;
  state.doc.descendants((node, at) => {
    for (const [name, value] of Object.entries(node.attrs)) {
      if (value === null || mayHaveAttribute(shape, node.type.name, name)(value)) continue;
      repair.setNodeAttribute(at, name, usual[name] ?? null);
    }
    for (const mark of node.marks) {
      if (mayMark(shape, mark.type.name, mark.attrs)) continue;
      repair.removeMark(at, at + node.nodeSize, mark);
      const href = safeHref(mark.attrs.href);
      const attributes = { ...linkAttributes, href };
      if (mayMark(shape, mark.type.name, attributes)) {
        repair.addMark(at, at + node.nodeSize, mark.type.create(attributes));
      }
    }
  });
  return repair.docChanged ? repair : null;
}
