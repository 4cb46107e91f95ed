import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { AssemblyId, GroupId, ParticipationId, PersonId, RoundId, SessionId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";
import { breakoutRound, groupSeat, roundGroup, session } from "../schema/session";

/** A session that runs now, as far as video needs it: its open round, if people sit in groups. */
export interface RunningSession {
  readonly id: SessionId;
  readonly roundId: RoundId | null;
}

/** The session of this assembly, if it runs now. */
export async function findRunningSession(
  db: Main,
  { assemblyId, sessionId }: { readonly assemblyId: AssemblyId; readonly sessionId: SessionId },
): Promise<RunningSession | undefined> {
  const [row] = await db
    .select({ id: session.id, roundId: session.roundId })
    .from(session)
    .where(and(eq(session.id, sessionId), eq(session.assemblyId, assemblyId), eq(session.state, "running")));
  return row;
}

/** A group of an open round: who leads it and who sits there. */
export interface OpenGroup {
  readonly facilitatorId: ParticipationId | null;
  readonly seated: readonly ParticipationId[];
}

/** The group, if it is one of this round and the round has not ended. */
export async function findOpenGroup(
  db: Main,
  { roundId, groupId }: { readonly roundId: RoundId; readonly groupId: GroupId },
): Promise<OpenGroup | undefined> {
  const [row] = await db
    .select({ facilitatorId: roundGroup.facilitatorId })
    .from(roundGroup)
    .innerJoin(breakoutRound, eq(breakoutRound.id, roundGroup.roundId))
    .where(and(eq(roundGroup.id, groupId), eq(roundGroup.roundId, roundId), isNull(breakoutRound.endedAt)));
  if (!row) return undefined;
  const seats = await db
    .select({ id: groupSeat.participationId })
    .from(groupSeat)
    .where(eq(groupSeat.groupId, groupId));
  return { facilitatorId: row.facilitatorId, seated: seats.map(({ id }) => id) };
}

/** A room where people may be connected now: the plenary of a running session (no group), or a group of its open round. */
export interface OpenRoom {
  readonly assemblyId: AssemblyId;
  readonly sessionId: SessionId;
  readonly groupId: GroupId | null;
}

/** The rooms of every session that runs now in these assemblies. */
export async function listOpenRooms(db: Main, assemblyIds: readonly AssemblyId[]): Promise<OpenRoom[]> {
  return assemblyIds.length === 0 ? [] : openRooms(db, inArray(session.assemblyId, [...assemblyIds]));
}

/** The rooms of every session that runs now. */
export async function listEveryOpenRoom(db: Main): Promise<OpenRoom[]> {
  return openRooms(db, undefined);
}

async function openRooms(db: Main, where: SQL | undefined): Promise<OpenRoom[]> {
  const running = await db
    .select({ assemblyId: session.assemblyId, sessionId: session.id, groupId: roundGroup.id })
    .from(session)
    .leftJoin(roundGroup, eq(roundGroup.roundId, session.roundId))
    .where(and(eq(session.state, "running"), where));
  const plenaries = new Map(running.map(({ assemblyId, sessionId }) => [sessionId, assemblyId]));
  return [
    ...[...plenaries].map(([sessionId, assemblyId]) => ({ assemblyId, sessionId, groupId: null })),
    ...running.filter(({ groupId }) => groupId !== null),
  ];
}

/** The roles that these people hold or held, ended ones too: whose connections may still be open. */
export async function listHeldEver(
  db: Main,
  personIds: readonly PersonId[],
): Promise<{ readonly id: ParticipationId; readonly personId: PersonId; readonly assemblyId: AssemblyId }[]> {
  if (personIds.length === 0) return [];
  return db
    .select({ id: participation.id, personId: participation.personId, assemblyId: participation.assemblyId })
    .from(participation)
    .where(inArray(participation.personId, [...personIds]));
}

/** Whose these participations are, ended ones too. */
export async function listOwners(
  db: Main,
  ids: readonly ParticipationId[],
): Promise<ReadonlyMap<ParticipationId, PersonId>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: participation.id, personId: participation.personId })
    .from(participation)
    .where(inArray(participation.id, [...ids]));
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}
