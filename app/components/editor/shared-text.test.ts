// @vitest-environment jsdom
import { Editor, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, test } from "vitest";
import type { Doc } from "yjs";
import { anothersText } from "./anothers-text";
import { notesExtensions } from "./rich-text-extensions";
import { sharedText } from "./shared-text";

/** Somebody else's text, and an editor on a copy of it. */
function editing(tie: (doc: Doc) => Extensions, words = "un ") {
  const copy = anothersText(words);
  const extensions = [...notesExtensions(), ...tie(copy.doc)];
  const editor = new Editor({ element: document.createElement("div"), injectCSS: false, extensions });
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
