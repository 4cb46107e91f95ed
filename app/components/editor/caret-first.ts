import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yCursorPluginKey } from "@tiptap/y-tiptap";

/** What an editor watches its page with; ProseMirror keeps it out of its published types. */
interface Watched {
  readonly domObserver: { flush(): void; pendingRecords(): readonly MutationRecord[] };
}

/**
 * Takes over where the person has put the caret. A browser tells of it a task later ("selectionchange"): whatever is shown in between
 * would put the caret back where the editor last knew it, and the next letter into a wrong place.
 */
export function takeOverCaret(view: EditorView): void {
  if (!view.isDestroyed) watched(view).domObserver.flush();
}

/** What was typed and is not in the editor's text yet. */
export function hasUnreadText(view: EditorView): boolean {
  return watched(view)
    .domObserver.pendingRecords()
    .some(({ type }) => type !== "attributes");
}

const watched = (view: EditorView): Watched => view as unknown as Watched;

/** Before a key is answered, or the carets of others are moved on the page, the person's own is taken over. */
export const caretFirst = Extension.create({
  name: "caretFirst",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view) => {
            takeOverCaret(view);
            return false;
          },
        },
      },
    }),
  ],
  dispatchTransaction({ transaction, next }) {
    const moved: unknown = transaction.getMeta(yCursorPluginKey);
    if (moved === undefined || transaction.docChanged) return next(transaction);
    // The carets of others may come when the editor is on the page no more.
    if (!this.editor.isDestroyed) takeOverCaret(this.editor.view);
    next(this.editor.state.tr.setMeta(yCursorPluginKey, moved));
  },
});
