import type { PageStream } from "~/app/domain/assembly/streams";
import { accept, type Result } from "~/app/domain/kernel/result";
import { streamVersion } from "~/db/repositories/fact";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { documentAccess } from "../../kernel/document-access";
import type { Versioned } from "./read-versioned";

/** A stream without a state of its own. */
export interface PageStreamRead extends Versioned<null> {
  readonly sessionId: null;
}

/**
 * The version of a stream of which pages only hear, for somebody of its audience: everyone in the assembly; those who may read its
 * journal; those who may read the text. Refuses as `authorise` and `documentAccess` do.
 */
export async function pageStream(caller: Caller, key: string, stream: PageStream): Promise<Result<PageStreamRead>> {
  const permitted = await mayFollow(caller, stream);
  if (!permitted.ok) return permitted;
  return accept({ version: await streamVersion(caller.app.stores.main, key), state: null, sessionId: null });
}

function mayFollow(caller: Caller, stream: PageStream): Promise<Result<unknown>> {
  const { app, actor } = caller;
  switch (stream.kind) {
    case "assembly":
      return authorise(app.stores.main, actor, { action: "assembly.see", assemblyId: stream.assemblyId });
    case "team":
      return authorise(app.stores.main, actor, { action: "journal.read", assemblyId: stream.assemblyId });
    case "document":
      return documentAccess(caller, stream.documentId);
  }
}
