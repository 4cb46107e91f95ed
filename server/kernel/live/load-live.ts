import type {
  Attendee,
  Floor,
  GroupState,
  HelpCall,
  HelpProgress,
  MoreTime,
  Round,
  SessionState,
  Spoken,
} from "~/app/domain/deliberation/live-state";
import { byAsking } from "~/app/domain/deliberation/reduce-floor";
import { byKeeping } from "~/app/domain/deliberation/reduce-group";
import { byCalling } from "~/app/domain/deliberation/reduce-help";
import type { AssemblyId, GroupId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import type { Main } from "~/db/connect";
import { findGroup, findLastRound, findRound, type GroupRow, listGroups, listSeats } from "~/db/repositories/breakout";
import { type HelpCallRow, listHelpCalls } from "~/db/repositories/help-call";
import { listGroupIdeas } from "~/db/repositories/idea";
import { listParticipants } from "~/db/repositories/participation";
import { type FloorKey, listTurns, listWaiting } from "~/db/repositories/queue";
import { findSession, listAgenda, type SessionRow } from "~/db/repositories/session-calendar";

/** What everyone in a session sees, from the tables. */
export async function loadSession(db: Main, sessionId: SessionId): Promise<SessionState> {
  const row = await findSession(db, sessionId);
  if (!row) throw new Error(`session ${sessionId} is gone`);
  return { ...(await loadHall(db, row)), floor: await loadFloor(db, { sessionId, groupId: null }) };
}

/** The session without its queue: what the organisers' commands decide on. */
export async function loadHall(db: Main, row: SessionRow): Promise<Omit<SessionState, "floor">> {
  return {
    sessionId: row.id,
    assemblyId: row.assemblyId,
    title: row.title,
    state: row.state,
    agenda: await loadAgenda(db, row.id),
    currentItemId: row.currentItemId,
    itemEndsAtMs: row.itemEndsAt?.getTime() ?? null,
    attendees: await loadAttendees(db, row.assemblyId),
    round: await loadRound(db, row),
    lastRound: await loadLastRound(db, row.id),
  };
}

async function loadAgenda(db: Main, sessionId: SessionId): Promise<SessionState["agenda"]> {
  const rows = await listAgenda(db, sessionId);
  return rows.map(({ id, mode, minutes, title, prompt }) => ({ itemId: id, mode, minutes, title, prompt }));
}

export async function loadAttendees(db: Main, assemblyId: AssemblyId): Promise<readonly Attendee[]> {
  const rows = await listParticipants(db, assemblyId);
  return rows.map(({ id, role, seat, name }) => ({ participationId: id, role, seat, name }));
}

async function loadLastRound(db: Main, sessionId: SessionId): Promise<SessionState["lastRound"]> {
  const row = await findLastRound(db, sessionId);
  return row ? { roundId: row.id, agendaItemId: row.agendaItemId } : null;
}

/** A round with its groups and who sits there; null without one. */
export async function loadRound(db: Main, { roundId }: Pick<SessionRow, "roundId">): Promise<Round | null> {
  const row = roundId === null ? undefined : await findRound(db, roundId);
  if (!row) return null;
  const groups = await listGroups(db, row.id);
  const seats: Record<ParticipationId, GroupId> = {};
  for (const { participationId, groupId } of await listSeats(db, row.id)) seats[participationId] = groupId;
  return {
    roundId: row.id,
    ordinal: row.ordinal,
    agendaItemId: row.agendaItemId,
    groups: groups.map(({ id, number, facilitatorId }) => ({ groupId: id, number, facilitatorId })),
    seats,
  };
}

export async function loadFloor(db: Main, key: FloorKey): Promise<Floor> {
  const waiting = await listWaiting(db, key);
  const turns = await listTurns(db, key);
  const current = turns.find(({ endedAt }) => endedAt === null);
  const spoken: Record<ParticipationId, Spoken> = {};
  for (const { participationId, startedAt, endedAt } of turns) {
    if (endedAt === null) continue;
    const before = spoken[participationId] ?? { turns: 0, speakingTimeMs: 0 };
    const lastedMs = Math.max(0, endedAt.getTime() - startedAt.getTime());
    spoken[participationId] = { turns: before.turns + 1, speakingTimeMs: before.speakingTimeMs + lastedMs };
  }
  return {
    queue: waiting
      .map(({ id, participationId, askedAt }) => ({ entryId: id, participationId, askedAtMs: askedAt.getTime() }))
      .sort(byAsking),
    turn: current
      ? { turnId: current.id, participationId: current.participationId, startedAtMs: current.startedAt.getTime() }
      : null,
    spoken,
  };
}

/** What a group has on top of everyone's time. */
export function moreTimeOf({ moreMs, moreSince }: Pick<GroupRow, "moreMs" | "moreSince">): MoreTime | null {
  return moreMs === null ? null : { moreMs, sinceMs: moreSince?.getTime() ?? null };
}

/** What those in a group see; null for a group that is not of this installation. */
export async function loadGroup(db: Main, groupId: GroupId): Promise<GroupState | null> {
  const found = await findGroup(db, groupId);
  if (!found) return null;
  const { group, round } = found;
  const ideas = await listGroupIdeas(db, groupId);
  return {
    groupId,
    roundId: round.id,
    sessionId: round.sessionId,
    number: group.number,
    documentId: group.documentId,
    moreTime: moreTimeOf(group),
    floor: await loadFloor(db, { sessionId: round.sessionId, groupId }),
    ideas: ideas
      .map(({ id, text, language, authorIds, keptAt }) => ({
        ideaId: id,
        text,
        language,
        authorIds,
        keptAtMs: keptAt.getTime(),
      }))
      .sort(byKeeping),
  };
}

export interface WhoseCalls {
  readonly sessionId: SessionId;
  readonly of?: readonly ParticipationId[];
  readonly from?: GroupId;
}

/** The calls for help of a session, the oldest first; `of`: these participations', `from`: one group's. */
export async function loadHelp(db: Main, { sessionId, of, from }: WhoseCalls): Promise<readonly HelpCall[]> {
  const rows = await listHelpCalls(db, sessionId);
  return rows
    .filter(({ participationId, groupId }) => (!of || of.includes(participationId)) && (!from || groupId === from))
    .map(helpCallOf)
    .sort(byCalling);
}

export function helpCallOf(row: HelpCallRow): HelpCall {
  const { id, participationId, groupId, calledAt } = row;
  return { callId: id, participationId, groupId, calledAtMs: calledAt.getTime(), progress: progressOf(row) };
}

function progressOf({ answeredAt, answeredBy, closedAt, closedBy, closedHow }: HelpCallRow): HelpProgress {
  if (closedAt && closedHow) return { kind: "closed", how: closedHow, byId: closedBy, atMs: closedAt.getTime() };
  return answeredAt && answeredBy ? { kind: "taken", byId: answeredBy, atMs: answeredAt.getTime() } : { kind: "open" };
}
