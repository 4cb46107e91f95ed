import type { RichNode } from "./rich-text";

/** The fields of a recommendation that are written together, each a text of its own in the shared document. */
export const textFields = ["action", "reasons", "tradeOffs"] as const;
export type TextField = (typeof textFields)[number];

/** Everything a lock freezes, as its canonical JSON is parsed. */
export interface RevisionContent extends Readonly<Record<TextField, RichNode>> {
  readonly title: string;
  readonly addressee: string;
  readonly cost: string;
}
