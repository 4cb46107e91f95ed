import { rolesIn } from "~/app/domain/assembly/actor";
import type { AssemblyScope } from "~/app/domain/assembly/permits";
import { liveRights } from "~/app/domain/deliberation/live-rights";
import type { GroupState, HelpCall, LiveSnapshot, Me, SessionState } from "~/app/domain/deliberation/live-state";
import { groupsLed, groupsOf } from "~/app/domain/deliberation/place-of";
import { callsStream, groupStream, helpStream, sessionStream } from "~/app/domain/deliberation/streams";
import type { GroupId, SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findPerson } from "~/db/repositories/person";
import type { SessionRow } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { enterSession } from "../../kernel/live/enter-session";
import { loadGroup, loadHelp, loadSession } from "../../kernel/live/load-live";
import { readVersioned } from "./read-versioned";

/**
 * All that one person sees of a live session, with the version of each stream. Refuses with `session-unknown` and every refusal of
 * `permits` for `session.attend`.
 */
export async function liveSession(caller: Caller, sessionId: SessionId): Promise<Result<LiveSnapshot>> {
  const entered = await enterSession(caller, { action: "session.attend", sessionId });
  if (!entered.ok) return entered;
  const me = await loadMe(caller, entered.value.session, entered.value.scope);
  if (!me) return refuse("sign-in-needed");
  const { main } = caller.app.stores;
  const hall = await readVersioned(main, sessionStream(sessionId), () => loadSession(main, sessionId));
  const helpKey = helpStream({ me, session: hall.state });
  const own = me.may.answerHelp ? undefined : me.participations.map(({ participationId }) => participationId);
  const help = await readVersioned(main, helpKey, () => loadHelp(main, { sessionId, ...(own && { of: own }) }));
  const { groups, versions } = await loadGroups(caller, me, hall.state);
  const calls = await loadGroupCalls(caller, me, hall.state);
  return accept({
    me,
    session: hall.state,
    groups,
    help: help.state,
    groupCalls: calls.groupCalls,
    versions: { ...versions, ...calls.versions, [sessionStream(sessionId)]: hall.version, [helpKey]: help.version },
    readAtMs: caller.app.clock.now().getTime(),
  });
}

async function loadGroups(
  { app }: Caller,
  me: Me,
  hall: SessionState,
): Promise<{ groups: Record<GroupId, GroupState>; versions: Record<string, number> }> {
  const groups: Record<GroupId, GroupState> = {};
  const versions: Record<string, number> = {};
  for (const groupId of groupsOf(me, hall)) {
    const stream = groupStream(groupId);
    const read = await readVersioned(app.stores.main, stream, () => loadGroup(app.stores.main, groupId));
    if (!read.state) continue;
    groups[groupId] = read.state;
    versions[stream] = read.version;
  }
  return { groups, versions };
}

async function loadGroupCalls({ app: { stores } }: Caller, me: Me, { sessionId, round }: SessionState) {
  const groupCalls: Record<GroupId, readonly HelpCall[]> = {};
  const versions: Record<string, number> = {};
  for (const groupId of groupsLed(me, { round })) {
    const stream = callsStream(groupId);
    const read = await readVersioned(stores.main, stream, () => loadHelp(stores.main, { sessionId, from: groupId }));
    groupCalls[groupId] = read.state;
    versions[stream] = read.version;
  }
  return { groupCalls, versions };
}

/** Whoever asks, with what their roles and the open phases let them do; null for nobody. */
export async function loadMe({ app, actor }: Caller, session: SessionRow, scope: AssemblyScope): Promise<Me | null> {
  if (actor.kind !== "person") return null;
  const person = await findPerson(app.stores.main, actor.personId);
  const roles = rolesIn(actor, session.assemblyId);
  return {
    personId: actor.personId,
    name: person?.name ?? "",
    participations: roles.map(({ participationId, role }) => ({ participationId, role })),
    openPhases: scope.openPhases,
    may: liveRights(actor, scope),
  };
}
