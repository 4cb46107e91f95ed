import { type GroupId, type PersonId, readId, type SessionId } from "../kernel/ids";
import type { LiveState } from "./live-state";
import { groupsLed, groupsOf } from "./place-of";

export type SessionStream = `session:${SessionId}`;
export type GroupStream = `group:${GroupId}`;
export type HelpStream = `cockpit:${SessionId}` | `person:${SessionId}:${PersonId}` | `calls:${GroupId}`;

/** One stream for each audience: everyone in the session, one group, those who answer calls for help, one person. */
export const sessionStream = (sessionId: SessionId): SessionStream => `session:${sessionId}`;
export const groupStream = (groupId: GroupId): GroupStream => `group:${groupId}`;
export const cockpitStream = (sessionId: SessionId): HelpStream => `cockpit:${sessionId}`;
export const personStream = (sessionId: SessionId, personId: PersonId): HelpStream => `person:${sessionId}:${personId}`;

/** The calls for help from one group, for those who lead it. */
export const callsStream = (groupId: GroupId): HelpStream => `calls:${groupId}`;

export type LiveStream =
  | { readonly kind: "session"; readonly sessionId: SessionId }
  | { readonly kind: "group" | "calls"; readonly groupId: GroupId }
  | { readonly kind: "cockpit"; readonly sessionId: SessionId }
  | { readonly kind: "person"; readonly sessionId: SessionId; readonly personId: PersonId };

/** What a stream's key names; null for a text that is none of ours. */
export function readStream(key: string): LiveStream | null {
  const [kind, id, who, ...more] = key.split(":");
  if (more.length > 0 || (who === undefined) === (kind === "person")) return null;
  const [sessionId, groupId, personId] = [readId<"session">(id), readId<"group">(id), readId<"person">(who)];
  if (kind === "session" || kind === "cockpit") return sessionId && { kind, sessionId };
  if (kind === "group" || kind === "calls") return groupId && { kind, groupId };
  return kind === "person" && sessionId && personId ? { kind, sessionId, personId } : null;
}

/** Where somebody hears of calls for help: all of them for those who answer, else their own. */
export function helpStream({ me, session }: Pick<LiveState, "me" | "session">): string {
  return me.may.answerHelp ? cockpitStream(session.sessionId) : personStream(session.sessionId, me.personId);
}

/** The streams that somebody in this state follows. */
export function followedStreams({ me, session }: Pick<LiveState, "me" | "session">): readonly string[] {
  const streams = [sessionStream(session.sessionId), helpStream({ me, session })];
  return [...streams, ...groupsOf(me, session).map(groupStream), ...groupsLed(me, session).map(callsStream)];
}
