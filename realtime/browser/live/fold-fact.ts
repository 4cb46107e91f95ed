import type { GroupFact, HelpFact, SessionFact } from "~/app/domain/deliberation/facts";
import { type Followed, hearFact, takeSnapshot, type VersionedFact } from "~/app/domain/deliberation/follow-stream";
import type { GroupState, HelpCall, SessionState } from "~/app/domain/deliberation/live-state";
import { reduceGroup } from "~/app/domain/deliberation/reduce-group";
import { reduceHelp } from "~/app/domain/deliberation/reduce-help";
import { reduceSession } from "~/app/domain/deliberation/reduce-session";

export type StreamState = SessionState | GroupState | readonly HelpCall[];
/** What is known of a stream: its state at its version. */
export type KnownStream = Followed<StreamState>;

export const isSession = (state: StreamState): state is SessionState => "attendees" in state;
export const isGroup = (state: StreamState): state is GroupState => "ideas" in state;
export const isCalls = (state: StreamState): state is readonly HelpCall[] => Array.isArray(state);

/** The server's facts are typed where they are written; an unknown type answers null in every reducer. */
function reduce(state: StreamState, fact: VersionedFact): StreamState | null {
  if (isSession(state)) return reduceSession(state, fact as SessionFact);
  if (isGroup(state)) return reduceGroup(state, fact as GroupFact);
  return reduceHelp(state, fact as HelpFact);
}

export const foldFact = (followed: KnownStream, fact: VersionedFact) => hearFact(followed, fact, reduce);

export const foldSnapshot = (
  followed: KnownStream | undefined,
  snapshot: { readonly version: number; readonly state: StreamState },
) => takeSnapshot(followed, snapshot, reduce);
