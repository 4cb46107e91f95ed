import type { Actor } from "~/app/domain/assembly/actor";
import { type AssemblyScope, permits } from "~/app/domain/assembly/permits";
import { documentStream } from "~/app/domain/assembly/streams";
import { groupStream, sessionStream } from "~/app/domain/deliberation/streams";
import type { DocumentId } from "~/app/domain/kernel/ids";
import { accept, accepted, type Result, refuse } from "~/app/domain/kernel/result";
import { type DocumentOwner, findDocumentOwner } from "~/db/repositories/document";
import type { Caller } from "../context";
import type { DocumentName } from "../documents/live-documents";
import { authorise } from "./authorise";

/** What somebody who may read a document may do with it. */
export interface DocumentAccess {
  readonly document: DocumentName;
  /** Accepted, or why they only read. */
  readonly write: Result<undefined>;
  /** What this answer hangs on, besides roles and phases: its text, or its session and group. */
  readonly streams: readonly string[];
}

/** Whether the caller may read the document, and write in it. Refuses with `document-unknown` and every refusal of `permits`. */
export async function documentAccess(caller: Caller, documentId: DocumentId): Promise<Result<DocumentAccess>> {
  const { actor, app } = caller;
  const owner = await findDocumentOwner(app.stores.main, documentId);
  if (!owner) return refuse(actor.kind === "visitor" ? "sign-in-needed" : "document-unknown");
  const { kind, assemblyId } = owner;
  const readAction = kind === "notes" ? "group.enter" : "recommendation.read";
  const authorised = await authorise(app.stores.main, actor, { action: readAction, assemblyId });
  if (!authorised.ok) return authorised;
  const scope = scopeOf(owner, authorised.value.scope);
  if (kind === "notes") {
    const entered = enterTable(actor, owner, authorised.value.scope);
    if (!entered.ok) return entered;
  }
  return accept({
    document: { documentId, kind, assemblyId },
    write: permits(actor, kind === "notes" ? "note.write" : "recommendation.write", scope),
    streams:
      owner.kind === "notes"
        ? [sessionStream(owner.sessionId), groupStream(owner.table.groupId)]
        : [documentStream(documentId)],
  });
}

/** Whoever sits at the table, or sat there when these notes were written in an earlier round, reads them. */
function enterTable(
  actor: Actor,
  { table, earlier }: Extract<DocumentOwner, { kind: "notes" }>,
  scope: AssemblyScope,
): Result<undefined> {
  const now = permits(actor, "group.enter", { ...scope, group: table });
  if (now.ok) return now;
  return earlier.some((group) => permits(actor, "group.enter", { ...scope, group }).ok) ? accepted : now;
}

function scopeOf(owner: DocumentOwner, scope: AssemblyScope): AssemblyScope {
  switch (owner.kind) {
    case "notes": {
      const document = { writers: owner.table.seated, locked: owner.sessionState === "closed" };
      return { ...scope, group: owner.table, document };
    }
    case "recommendation":
      return { ...scope, document: { writers: owner.writers, locked: owner.state === "locked" } };
  }
}
