import type { Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import {
  ContentType,
  type Doc,
  getItem,
  getState,
  Item,
  type RelativePosition,
  type Transaction,
  XmlElement,
  XmlText,
  type YEvent,
} from "yjs";
import { caretFirst, hasUnreadText, takeOverCaret } from "./caret-first";
import { followLetters, type Noted, noteSelection } from "./caret-through-moves";

/** What ties an editor to its text; of its fields, those that are touched here. */
interface Binding {
  /** Where the caret was, in terms of the text; null to leave it where the new text puts it. */
  beforeTransactionSelection: {
    readonly anchor: RelativePosition | null;
    readonly head: RelativePosition | null;
  } | null;
  readonly doc: Doc;
  readonly prosemirrorView: EditorView | null;
  /** Does what it is given, unless it is at work already: what happens meanwhile is not written into the text. */
  readonly mux: (work: () => void) => void;
  /** Notes where the caret is, before the text changes. */
  beforeAllTransactions: () => void;
  /** Shows what changed in the text. */
  _observeFunction: Shows;
}

type Shows = (events: YEvent<never>[], transaction: Transaction) => void;

/** An editor's tie to one field of a shared document. */
export function sharedText(doc: Doc, field: string): Extensions {
  return [
    Collaboration.extend({
      addProseMirrorPlugins() {
        return [...(this.parent?.() ?? []), showsWhateverTheCaret()];
      },
    }).configure({ document: doc, field }),
    caretFirst,
  ];
}

/**
 * Undoing brings back where the caret was. When that is beyond the text as others have changed it, y-tiptap 3.0.9 throws before it shows
 * what they changed, and the next letter typed takes that out of everybody's text. It is shown again with the caret where it falls.
 */
function showsWhateverTheCaret(): Plugin {
  return new Plugin({
    state: {
      init: (_, state) => {
        const { binding }: { binding: Binding & { isGuarded?: true } } = ySyncPluginKey.getState(state);
        if (!binding.isGuarded) guard(binding);
        binding.isGuarded = true;
        return null;
      },
      apply: () => null,
    },
  });
}

function guard(binding: Binding): void {
  const noteCaret = binding.beforeAllTransactions;
  const show = guarded(binding);
  let noted: Noted | null = null;
  binding.beforeAllTransactions = () => {
    const { prosemirrorView: view } = binding;
    if (view && !hasUnreadText(view)) binding.mux(() => takeOverCaret(view));
    if (view && binding.beforeTransactionSelection === null) noted = noteSelection(view);
    noteCaret();
  };
  binding._observeFunction = (events, transaction) => {
    show(events, transaction);
    const { prosemirrorView: view } = binding;
    const before = noted;
    if (!transaction.local && view && before) binding.mux(() => followLetters(view, before));
  };
}

function guarded(binding: Binding): Shows {
  const show = binding._observeFunction;
  return (events, transaction) => {
    const { beforeTransactionSelection: caret } = binding;
    for (const position of caret ? [caret.anchor, caret.head] : []) stayAtBeginning(position, binding.doc);
    try {
      show(events, transaction);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      binding.beforeTransactionSelection = null;
      show(events, transaction);
    }
  };
}

/**
 * A caret on an empty line is kept as the line's end. When somebody else writes there it would come to stand after their first letter, and
 * stay there: what one types then stands in the middle of their word. It stays at the beginning instead.
 */
function stayAtBeginning(position: RelativePosition | null, doc: Doc): void {
  if (position === null || position.item !== null || position.type === null || position.assoc < 0) return;
  const line = typeWithId(position.type, doc);
  if (line?.firstChild instanceof XmlText) position.assoc = -1;
}

function typeWithId(id: NonNullable<RelativePosition["type"]>, doc: Doc): XmlElement | undefined {
  const found =
    doc.store.clients.has(id.client) && getState(doc.store, id.client) > id.clock ? getItem(doc.store, id) : null;
  const type = found instanceof Item && found.content instanceof ContentType ? found.content.type : undefined;
  return type instanceof XmlElement ? type : undefined;
}
