import type { Extensions } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { safeHref } from "~/app/domain/drafting/rich-text";
import { textShapes } from "~/app/domain/drafting/text-shape";
import { keepToShape } from "./keep-to-shape";

/** What nobody writes here. Undoing is left to the shared document. */
const without = {
  code: false,
  codeBlock: false,
  strike: false,
  underline: false,
  horizontalRule: false,
  undoRedo: false,
} as const;

/** What the editor of a recommendation can make: the closed set of blocks and marks, nothing else. */
export function richTextExtensions(): Extensions {
  return [
    StarterKit.configure({
      ...without,
      heading: { levels: [3] },
      link: { openOnClick: false, autolink: true, isAllowedUri: (uri) => safeHref(uri) !== null },
      trailingNode: false,
    }),
    keepToShape(textShapes.recommendation),
  ];
}

/** What the editor of a group's notes can make: paragraphs, lists, bold. */
export function notesExtensions(): Extensions {
  return [
    StarterKit.configure({ ...without, heading: false, blockquote: false, link: false }),
    keepToShape(textShapes.notes),
  ];
}
