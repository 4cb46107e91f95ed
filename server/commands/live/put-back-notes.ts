import type { DocumentId } from "~/app/domain/kernel/ids";
import { accepted, type Result, refuse } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { documentAccess } from "../../kernel/document-access";

export interface PartToPutBack {
  readonly documentId: DocumentId;
  readonly removalId: number;
}

/**
 * Puts a part that was taken out of a table's notes back where it stood, as an edit of the caller's own; once, however often it is asked. The
 * log of the text says who did so. Refuses with `document-locked`, `removal-unknown` and what `documentAccess` refuses.
 */
export async function putBackNotes(
  caller: Caller,
  { documentId, removalId }: PartToPutBack,
): Promise<Result<undefined>> {
  const { app, actor } = caller;
  const access = await documentAccess(caller, documentId);
  if (!access.ok) return access;
  const { document, write } = access.value;
  if (!write.ok) return write;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const answer = await app.documents.putBack(document, actor.personId, removalId);
  switch (answer) {
    case "back":
      return accepted;
    case "unknown":
      return refuse("removal-unknown");
    case "locked":
      return refuse("document-locked");
  }
}
