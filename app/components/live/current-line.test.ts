import { getSchema } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { notesExtensions } from "../editor/rich-text-extensions";
import { currentLine } from "./current-line";

const schema = getSchema(notesExtensions());
const line = (words: string) => ({ type: "paragraph", ...(words && { content: [{ type: "text", text: words }] }) });
const point = (words: string) => ({ type: "listItem", content: [line(words)] });

/** Notes of these blocks, with the caret before the first letter of `at`, or all of `at` selected. */
function notes(content: readonly object[], at: string | number, selected = false): EditorState {
  const doc: Node = schema.nodeFromJSON({ type: "doc", content });
  let from = typeof at === "number" ? at : 0;
  doc.descendants((node, position) => {
    if (node.isText && typeof at === "string" && node.text?.includes(at)) from = position + node.text.indexOf(at);
  });
  const to = selected && typeof at === "string" ? from + at.length : from;
  return EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });
}

const list = { type: "bulletList", content: [point("Des vélos"), point("Des bus")] };

test("the line to keep is the paragraph, or the one point of a list, where the caret is", () => {
  expect(currentLine(notes([line("Les loyers"), list], "Les loyers"))).toBe("Les loyers");
  expect(currentLine(notes([line("Les loyers"), list], "Des bus"))).toBe("Des bus");
});

test("what is selected is kept instead of its line, without the spaces at its ends", () => {
  expect(currentLine(notes([line("Les loyers sont trop chers")], "loyers sont", true))).toBe("loyers sont");
  expect(currentLine(notes([line("Les loyers sont trop chers")], " loyers ", true))).toBe("loyers");
});

test("spaces alone are no selection, and an empty line gives the last one that has words", () => {
  expect(currentLine(notes([line("Les loyers")], " ", true))).toBe("Les loyers");
  expect(currentLine(notes([line(""), line("Un"), line("Deux"), line("  ")], 1))).toBe("Deux");
});

test("notes without a word give none", () => {
  expect(currentLine(notes([line(""), line("  ")], 1))).toBe("");
});
