import { isSafeAddress } from "../kernel/safe-address";

/** The texts of recommendations and notes, as the editor keeps them: a closed set of blocks and marks. */
export const blockTypes = ["paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote"] as const;
export const markTypes = ["bold", "italic", "link"] as const;

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

export interface RichMark {
  readonly type: string;
  readonly attrs?: Attributes | undefined;
}

/** One node of a ProseMirror document as plain JSON. */
export interface RichNode {
  readonly type: string;
  readonly attrs?: Attributes | undefined;
  readonly content?: readonly RichNode[] | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly RichMark[] | undefined;
}

const holdsBlocks: readonly string[] = ["doc", "bulletList", "orderedList", "listItem", "blockquote"];

/** The words of a rich text, blocks and broken lines divided by line ends: for lists, search and checks of emptiness. */
export function plainText(node: RichNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === "hardBreak") return "\n";
  const parts = (node.content ?? []).map(plainText);
  return parts.join(holdsBlocks.includes(node.type) ? "\n" : "").trim();
}

/** A link that may be followed: http, https or a mail address; anything else is shown as text. */
export function safeHref(href: unknown): string | null {
  return typeof href === "string" && isSafeAddress(href) ? href : null;
}
