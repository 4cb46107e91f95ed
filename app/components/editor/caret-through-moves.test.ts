import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate } from "yjs";
import { notesExtensions } from "./rich-text-extensions";
import { sharedText } from "./shared-text";

let editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors) editor.destroy();
  editors = [];
});

function openOn(doc: Doc): Editor {
  const extensions = [...notesExtensions(), ...sharedText(doc, "notes")];
  // jsdom has no layout: there is nowhere to scroll to.
  const editorProps = { handleScrollToSelection: () => true };
  const editor = new Editor({ element: document.createElement("div"), injectCSS: false, extensions, editorProps });
  editors.push(editor);
  return editor;
}

/** Two people at one text. What one does reaches the other when it is told. */
function atOneTable(html: string) {
  const [here, there] = [new Doc(), new Doc()];
  const neighbour = openOn(there);
  neighbour.commands.setContent(html);
  const tell = (): void => {
    applyUpdate(here, encodeStateAsUpdate(there));
    applyUpdate(there, encodeStateAsUpdate(here));
  };
  tell();
  return { writer: openOn(here), neighbour, tell };
}

/** Puts the caret before or after some letters. */
function caretAfter(editor: Editor, letters: string): void {
  editor.commands.setTextSelection(endOf(editor, letters));
}

function endOf(editor: Editor, letters: string): number {
  let found = 0;
  editor.state.doc.descendants((node, at) => {
    const index = node.text?.indexOf(letters) ?? -1;
    if (index >= 0) found = at + index + letters.length;
  });
  return found;
}

const read = (editor: Editor): string => editor.getText({ blockSeparator: "|" });

const line = "<p>Les loyers doublent en hiver</p>";

test.each([
  ["at the end of the line", "hiver", "Les loyers |doublent en hiver, dit Léa"],
  ["in what goes down", "doublent", "Les loyers |doublent, dit Léa en hiver"],
  ["in what stays", "Les", "Les, dit Léa loyers |doublent en hiver"],
])("when somebody splits a line, who writes in it goes on where they were: %s", (_, place, expected) => {
  const { writer, neighbour, tell } = atOneTable(line);
  caretAfter(writer, place);
  caretAfter(neighbour, "loyers ");
  neighbour.commands.splitBlock();
  tell();
  writer.commands.insertContent(", dit Léa");
  expect(read(writer)).toBe(expected);
  tell();
  expect(read(neighbour)).toBe(expected);
});

test("when somebody joins a line to the one before, who writes in it goes on where they were", () => {
  const { writer, neighbour, tell } = atOneTable("<p>Les loyers</p><p>doublent en hiver</p><p>Fin</p>");
  caretAfter(writer, "doublent");
  neighbour.commands.setTextSelection(endOf(neighbour, "loyers") + 2);
  neighbour.commands.joinBackward();
  tell();
  writer.commands.insertContent("!");
  expect(read(writer)).toBe("Les loyersdoublent! en hiver|Fin");
});

test("when somebody puts a line into a list, and takes it out again, who writes in it goes on where they were", () => {
  const { writer, neighbour, tell } = atOneTable(`<p>Un</p>${line}<p>Deux</p>`);
  caretAfter(writer, "doublent");
  caretAfter(neighbour, "Les");
  neighbour.commands.toggleBulletList();
  tell();
  writer.commands.insertContent(" trois fois");
  tell();
  neighbour.commands.toggleBulletList();
  tell();
  writer.commands.insertContent("!");
  expect(writer.getText({ blockSeparator: "|" })).toBe("Un|Les loyers doublent trois fois! en hiver|Deux");
});

test("a selection goes along with both its ends", () => {
  const { writer, neighbour, tell } = atOneTable(line);
  const [from, to] = [endOf(writer, "Les "), endOf(writer, "doublent")];
  writer.commands.setTextSelection({ from, to });
  caretAfter(neighbour, "loyers ");
  neighbour.commands.splitBlock();
  tell();
  writer.commands.insertContent("X");
  expect(read(writer)).toBe("Les X en hiver");
});

test("who splits a line while others write above and below it moves nobody's caret", () => {
  const { writer, neighbour, tell } = atOneTable(`<p>Un</p>${line}<p>Deux</p>`);
  caretAfter(writer, "hiver");
  neighbour.commands.insertContentAt(endOf(neighbour, "Un"), "e ligne de plus");
  neighbour.commands.setTextSelection(endOf(neighbour, "loyers "));
  neighbour.commands.splitBlock();
  tell();
  writer.commands.insertContent(" aussi");
  expect(read(writer)).toBe("Une ligne de plus|Les loyers |doublent en hiver aussi|Deux");
});

test("where the letters around a caret are really taken out, it stays where they were", () => {
  const { writer, neighbour, tell } = atOneTable(line);
  caretAfter(writer, "doublent");
  neighbour.commands.deleteRange({ from: endOf(neighbour, "loy"), to: endOf(neighbour, "doublent en h") });
  tell();
  writer.commands.insertContent("!");
  expect(read(writer)).toBe("Les loy!iver");
});
