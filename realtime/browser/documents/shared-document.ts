import type { Awareness } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";
import type { Doc } from "yjs";
import type { HeldText } from "./held-text";
import type { TakenOutPart } from "./listen-to-taken-out";

/**
 * `saved`: everything on this screen is in the database. `saving`: some of it is on its way. `offline`: no connection; what was
 * typed is kept here and sent when it is back. `read-only`: may be read, not written (or it was locked). `refused`: closed for good.
 */
export type DocumentStatus = "connecting" | "saved" | "saving" | "offline" | "read-only" | "refused";

/** One shared text. On the server and in the first render there is no document yet. */
export interface SharedDocument {
  /** May be replaced (when what was typed could not be saved): key the editor by `doc.guid`. */
  readonly doc: Doc | null;
  readonly provider: WebsocketProvider | null;
  readonly awareness: Awareness | null;
  /** What others write, which an editor may keep waiting. */
  readonly held: HeldText | null;
  readonly status: DocumentStatus;
  /** The whole text has arrived at least once: show the editor from then on. */
  readonly loaded: boolean;
  /** Whether somebody may type now. */
  readonly writable: boolean;
  /** Why it is read-only or refused: a refusal's code ("document-locked", "not-your-group", …). */
  readonly reason: string | null;
  /** The larger parts that somebody took out of it, oldest first; those that are back too. */
  readonly takenOut: readonly TakenOutPart[];
  /** Waits until everything typed here is in the database; false when that cannot be had now. */
  flush(): Promise<boolean>;
}
