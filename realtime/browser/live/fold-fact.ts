import type { GroupFact, HelpFact, SessionFact } from "~/app/domain/deliberation/facts";
import { type Followed, hearFact, takeSnapshot, type VersionedFact } from "~/app/domain/deliberation/follow-stream";
import type { GroupState, HelpCall, SessionState } from "~/app/domain/deliberation/live-state";
import { reduceGroup } from "~/app/domain/deliberation/reduce-group";
import { reduceHelp } from "~/app/domain/deliberation/reduce-help";
import { reduceSession } from "~/app/domain/deliberation/reduce-session";
import { readStream } from "~/app/domain/deliberation/streams";

export type StreamState = SessionState | GroupState | readonly HelpCall[];
/** What is known of a stream: its state at its version. */
export type KnownStream = Followed<StreamState>;

/** The server's facts are typed where they are written; an unknown type answers null in every reducer. */
function reducerOf(stream: string): (state: StreamState, fact: VersionedFact) => StreamState | null {
  switch (readStream(stream)?.kind) {
    case "session":
      return (state, fact) => reduceSession(state as SessionState, fact as SessionFact);
    case "group":
      return (state, fact) => reduceGroup(state as GroupState, fact as GroupFact);
    default:
      return (state, fact) => reduceHelp(state as readonly HelpCall[], fact as HelpFact);
  }
}

export const foldFact = (stream: string, followed: KnownStream, fact: VersionedFact) =>
  hearFact(followed, fact, reducerOf(stream));

export const foldSnapshot = (
  stream: string,
  followed: KnownStream | undefined,
  snapshot: { readonly version: number; readonly state: StreamState },
) => takeSnapshot(followed, snapshot, reducerOf(stream));
