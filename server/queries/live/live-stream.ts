import { rolesIn } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import { readPageStream } from "~/app/domain/assembly/streams";
import type { GroupState, HelpCall, Me, SessionState } from "~/app/domain/deliberation/live-state";
import { readStream } from "~/app/domain/deliberation/streams";
import type { GroupId, SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findGroup, seatedIn } from "~/db/repositories/breakout";
import type { Caller } from "../../context";
import { enterSession } from "../../kernel/live/enter-session";
import { loadGroup, loadHelp, loadSession } from "../../kernel/live/load-live";
import { loadMe } from "./live-session";
import { type PageStreamRead, pageStream } from "./page-stream";
import { readVersioned, type Versioned } from "./read-versioned";

type StreamState = SessionState | GroupState | readonly HelpCall[];

/** A stream as one person may follow it. */
export type FollowedStream = SessionStreamRead | PageStreamRead;

interface SessionStreamRead extends Versioned<StreamState> {
  readonly sessionId: SessionId;
  /** With the session itself. */
  readonly me?: Me;
}

/**
 * The state and version of a stream, for somebody who may follow it. Refuses with `stream-unknown`, `session-unknown`,
 * `group-unknown`, `assembly-unknown`, `document-unknown` and every refusal of `permits`.
 */
export async function liveStream(caller: Caller, key: string): Promise<Result<FollowedStream>> {
  const page = readPageStream(key);
  if (page) return pageStream(caller, key, page);
  const stream = readStream(key);
  if (!stream) return refuse("stream-unknown");
  switch (stream.kind) {
    case "session":
      return sessionState(caller, key, stream.sessionId);
    case "group":
    case "calls":
      return groupState(caller, key, stream);
    case "cockpit":
      return helpState(caller, key, { sessionId: stream.sessionId, all: true });
    case "person": {
      const own = caller.actor.kind === "person" && caller.actor.personId === stream.personId;
      return own ? helpState(caller, key, { sessionId: stream.sessionId, all: false }) : refuse("stream-unknown");
    }
  }
}

async function sessionState(caller: Caller, key: string, sessionId: SessionId): Promise<Result<FollowedStream>> {
  const entered = await enterSession(caller, { action: "session.attend", sessionId });
  if (!entered.ok) return entered;
  const { main } = caller.app.stores;
  const me = await loadMe(caller, entered.value.session, entered.value.scope);
  const read = await readVersioned(main, key, () => loadSession(main, sessionId));
  return accept({ ...read, sessionId, ...(me && { me }) });
}

/** What a group's people see of it, or its calls for help for those who lead there. */
async function groupState(
  caller: Caller,
  key: string,
  { kind, groupId }: { readonly kind: "group" | "calls"; readonly groupId: GroupId },
): Promise<Result<FollowedStream>> {
  const action = kind === "group" ? "group.enter" : "help.answer-in-group";
  const { main } = caller.app.stores;
  const found = await findGroup(main, groupId);
  if (!found) return refuse(caller.actor.kind === "visitor" ? "sign-in-needed" : "group-unknown");
  const { sessionId } = found.round;
  const entered = await enterSession(caller, { action, sessionId });
  if (!entered.ok) return entered;
  const group = { facilitatorId: found.group.facilitatorId, seated: await seatedIn(main, groupId) };
  const permitted = permits(caller.actor, action, { ...entered.value.scope, group });
  if (!permitted.ok) return permitted;
  const read = () => (kind === "group" ? loadGroup(main, groupId) : loadHelp(main, { sessionId, from: groupId }));
  const { version, state } = await readVersioned<GroupState | readonly HelpCall[] | null>(main, key, read);
  return state ? accept({ version, state, sessionId }) : refuse("group-unknown");
}

async function helpState(
  caller: Caller,
  key: string,
  { sessionId, all }: { readonly sessionId: SessionId; readonly all: boolean },
): Promise<Result<FollowedStream>> {
  const entered = await enterSession(caller, { action: all ? "help.answer" : "session.attend", sessionId });
  if (!entered.ok) return entered;
  const { main } = caller.app.stores;
  const own = rolesIn(caller.actor, entered.value.session.assemblyId).map(({ participationId }) => participationId);
  const read = await readVersioned(main, key, () => loadHelp(main, { sessionId, ...(!all && { of: own }) }));
  return accept({ ...read, sessionId });
}
