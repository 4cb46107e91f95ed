import type { EditorState } from "@tiptap/pm/state";

/**
 * The words selected; else the line where the caret is; else, where that is empty, the last line that has words. A line is one
 * paragraph or one point of a list.
 */
export function currentLine({ doc, selection }: EditorState): string {
  const { from, to, $from } = selection;
  const chosen = from === to ? "" : doc.textBetween(from, to, " ").trim();
  if (chosen !== "") return chosen;
  const here = $from.parent.isTextblock ? $from.parent.textContent.trim() : "";
  if (here !== "") return here;
  let last = "";
  doc.descendants((node) => {
    if (node.isTextblock && node.textContent.trim() !== "") last = node.textContent.trim();
  });
  return last;
}
