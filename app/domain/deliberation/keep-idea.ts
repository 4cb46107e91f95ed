import type { ParticipationId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";

/** Characters: a few sentences; what is longer is several ideas. */
export const LONGEST_IDEA = 600;

/**
 * The text of an idea to keep, without spaces around it. `inGroup`: those who sit in the group or facilitate it.
 * Refuses with `idea-empty`, `idea-too-long` (data: the limit), `idea-needs-author`, `idea-author-unknown`.
 */
export function checkIdea(
  { text, authorIds }: { readonly text: string; readonly authorIds: readonly ParticipationId[] },
  inGroup: ReadonlySet<ParticipationId>,
): Result<string> {
  const trimmed = text.trim();
  if (trimmed === "") return refuse("idea-empty", undefined, "text");
  if (trimmed.length > LONGEST_IDEA) return refuse("idea-too-long", { limit: LONGEST_IDEA }, "text");
  if (authorIds.length === 0) return refuse("idea-needs-author", undefined, "authorIds");
  return authorIds.every((authorId) => inGroup.has(authorId))
    ? accept(trimmed)
    : refuse("idea-author-unknown", undefined, "authorIds");
}
