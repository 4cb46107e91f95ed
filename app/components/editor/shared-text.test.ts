import { Editor, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, test } from "vitest";
import type { Doc } from "yjs";
import { anothersText } from "~/realtime/testing/anothers-text";
import { notesExtensions } from "./rich-text-extensions";
import { sharedText } from "./shared-text";

/** Somebody else's text, and an editor on a copy of it. */
function editing(tie: (doc: Doc) => Extensions, words = "un ") {
  const copy = anothersText(words);
  const extensions = [...notesExtensions(), ...tie(copy.doc)];
  const element = document.createElement("div");
  // jsdom has no layout: there is nowhere to scroll to.
  const editorProps = { handleScrollToSelection: () => true };
  const editor = new Editor({ element, injectCSS: false, extensions, editorProps });
  return { ...copy, editor };
}

/** They make a list and undo it while somebody else types. */
function undoList({ editor, text }: ReturnType<typeof editing>): void {
  editor.commands.setTextSelection(4);
  editor.commands.toggleBulletList();
  text.insert(3, "deux ");
  editor.commands.undo();
  text.insert(8, "trois ");
}

test("what others typed while a list was made and undone is shown, and typing takes nothing of it away", () => {
  const one = editing((doc) => sharedText(doc, "notes"));
  undoList(one);
  one.hear();
  expect(one.editor.getText()).toBe("un deux trois ");
  one.editor.commands.insertContentAt(1, "Donc ");
  expect(one.doc.getXmlFragment("notes").toString()).toBe("<paragraph>Donc un deux trois </paragraph>");
  one.editor.destroy();
});

test("the tie as its maker gives it throws there: when it no longer does, ours can go", () => {
  const one = editing((doc) => [Collaboration.configure({ document: doc, field: "notes" })]);
  undoList(one);
  expect(one.hear).toThrow(RangeError);
});

test("a caret that waits on an empty line stays before what somebody else writes there, and does not split their words", () => {
  const { editor, line, text, hear } = editing((doc) => sharedText(doc, "notes"), "");
  editor.commands.setTextSelection(1);
  line.insert(0, [text]);
  for (const [at, letter] of [..."Inès écrit."].entries()) {
    text.insert(at, letter);
    hear();
  }
  editor.commands.insertContent("Et moi. ");
  expect(editor.getText()).toBe("Et moi. Inès écrit.");
  editor.destroy();
});

/** An editor on the page, with the caret at its beginning; the browser has moved it since, and has told nobody yet. */
function moving(words: string) {
  const one = editing((doc) => sharedText(doc, "notes"), words);
  document.body.append(one.editor.view.dom);
  one.editor.view.focus();
  one.editor.commands.setTextSelection(1);
  const move = (to: number): void => {
    document.getSelection()?.collapse(one.editor.view.dom.querySelector("p")?.firstChild ?? null, to);
  };
  return { ...one, move };
}

test("a caret that the browser has just moved stays there when somebody else's letter arrives", () => {
  const { editor, text, hear, move } = moving("0123456789");
  move(5);
  text.insert(10, "x");
  hear();
  expect(editor.state.selection.head).toBe(6);
  editor.destroy();
});

test("a caret that the browser has just moved is where the next key finds it", () => {
  const { editor, move } = moving("0123456789");
  move(5);
  editor.view.dom.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  expect(editor.getText({ blockSeparator: "|" })).toBe("01234|56789");
  editor.destroy();
});
