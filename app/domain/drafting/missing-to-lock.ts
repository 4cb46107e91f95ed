import type { Refusal } from "../kernel/refusal";
import type { RevisionContent } from "./revision-content";
import { plainText } from "./rich-text";

/**
 * What a recommendation still needs before it may be locked: a title, and what is asked. One refusal for each, with the field it
 * stands beside (`title-missing`, `action-missing`); an empty list when nothing is missing.
 */
export function missingToLock({
  title,
  action,
}: Pick<RevisionContent, "title" | "action">): readonly Refusal<"title-missing" | "action-missing">[] {
  return [
    ...(title.trim() === "" ? [{ code: "title-missing", field: "title" } as const] : []),
    ...(plainText(action).trim() === "" ? [{ code: "action-missing", field: "action" } as const] : []),
  ];
}
