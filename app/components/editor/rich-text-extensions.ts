import type { Extensions } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { safeHref } from "~/app/domain/drafting/rich-text";

/** What the editor can make: the closed set of blocks and marks, nothing else. Undoing is left to the shared document. */
export function richTextExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [3] },
      link: { openOnClick: false, autolink: true, isAllowedUri: (uri) => safeHref(uri) !== null },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      trailingNode: false,
      undoRedo: false,
    }),
  ];
}
