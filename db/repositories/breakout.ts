import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { AgendaItemId, DocumentId, GroupId, ParticipationId, RoundId, SessionId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { breakoutRound, groupSeat, roundGroup } from "../schema/session";

export type RoundRow = typeof breakoutRound.$inferSelect;
export type GroupRow = typeof roundGroup.$inferSelect;
export type SeatRow = typeof groupSeat.$inferSelect;

export async function insertRound(
  db: Main,
  { round, groups, seats }: { round: RoundRow; groups: readonly GroupRow[]; seats: readonly SeatRow[] },
): Promise<void> {
  await db.insert(breakoutRound).values(round);
  await db.insert(roundGroup).values([...groups]);
  if (seats.length > 0) await db.insert(groupSeat).values([...seats]);
}

export async function findRound(db: Main, id: RoundId): Promise<RoundRow | undefined> {
  const [row] = await db.select().from(breakoutRound).where(eq(breakoutRound.id, id));
  return row;
}

/** The session's last round, open or over. */
export async function findLastRound(db: Main, sessionId: SessionId): Promise<RoundRow | undefined> {
  const [row] = await db
    .select()
    .from(breakoutRound)
    .where(eq(breakoutRound.sessionId, sessionId))
    .orderBy(desc(breakoutRound.ordinal))
    .limit(1);
  return row;
}

/** The notes that tables have written for an item, by the table's number: those of its last round. */
export async function listItemNotes(
  db: Main,
  { sessionId, agendaItemId }: { readonly sessionId: SessionId; readonly agendaItemId: AgendaItemId },
): Promise<ReadonlyMap<number, DocumentId>> {
  const rows = await db
    .select({ number: roundGroup.number, documentId: roundGroup.documentId })
    .from(roundGroup)
    .innerJoin(breakoutRound, eq(breakoutRound.id, roundGroup.roundId))
    .where(and(eq(breakoutRound.sessionId, sessionId), eq(breakoutRound.agendaItemId, agendaItemId)))
    .orderBy(asc(breakoutRound.ordinal));
  return new Map(rows.map(({ number, documentId }) => [number, documentId]));
}

export async function endRound(db: Main, id: RoundId, endedAt: Date): Promise<void> {
  await db
    .update(breakoutRound)
    .set({ endedAt })
    .where(and(eq(breakoutRound.id, id), isNull(breakoutRound.endedAt)));
}

/** Opens a round again that was over. */
export async function reopenRound(db: Main, id: RoundId): Promise<void> {
  await db.update(breakoutRound).set({ endedAt: null }).where(eq(breakoutRound.id, id));
}

export async function listGroups(db: Main, roundId: RoundId): Promise<GroupRow[]> {
  return db.select().from(roundGroup).where(eq(roundGroup.roundId, roundId)).orderBy(asc(roundGroup.number));
}

export async function listSeats(db: Main, roundId: RoundId): Promise<SeatRow[]> {
  return db.select().from(groupSeat).where(eq(groupSeat.roundId, roundId));
}

/** A group with its round. */
export async function findGroup(db: Main, id: GroupId): Promise<{ group: GroupRow; round: RoundRow } | undefined> {
  const [row] = await db
    .select({ group: roundGroup, round: breakoutRound })
    .from(roundGroup)
    .innerJoin(breakoutRound, eq(breakoutRound.id, roundGroup.roundId))
    .where(eq(roundGroup.id, id));
  return row;
}

/** Who sits or sat in these groups, each with the group. */
export async function listSeatsIn(db: Main, groupIds: readonly GroupId[]): Promise<SeatRow[]> {
  if (groupIds.length === 0) return [];
  return db
    .select()
    .from(groupSeat)
    .where(inArray(groupSeat.groupId, [...groupIds]));
}

/** Who sits in a group. */
export async function seatedIn(db: Main, groupId: GroupId): Promise<ParticipationId[]> {
  const rows = await db
    .select({ participationId: groupSeat.participationId })
    .from(groupSeat)
    .where(eq(groupSeat.groupId, groupId));
  return rows.map(({ participationId }) => participationId);
}

/** Seats somebody in a round, or moves them. */
export async function saveSeat(db: Main, row: SeatRow): Promise<void> {
  await db
    .insert(groupSeat)
    .values(row)
    .onConflictDoUpdate({
      target: [groupSeat.roundId, groupSeat.participationId],
      set: { groupId: row.groupId, placedAt: row.placedAt },
    });
}

export async function changeGroup(
  db: Main,
  { id, version }: Pick<GroupRow, "id" | "version">,
  change: Partial<Pick<GroupRow, "facilitatorId" | "moreMs" | "moreSince">>,
): Promise<void> {
  const changed = await db
    .update(roundGroup)
    .set({ ...change, version: version + 1 })
    .where(and(eq(roundGroup.id, id), eq(roundGroup.version, version)))
    .returning({ id: roundGroup.id });
  if (changed.length !== 1) throw new Error(`group ${id} changed inside a transaction`);
}

/** Takes back the time that groups of a session have on top of everyone's; answers which had some. */
export async function clearGroupTimes(db: Main, sessionId: SessionId): Promise<GroupId[]> {
  const rounds = db.select({ id: breakoutRound.id }).from(breakoutRound).where(eq(breakoutRound.sessionId, sessionId));
  const cleared = await db
    .update(roundGroup)
    .set({ moreMs: null, moreSince: null, version: sql`${roundGroup.version} + 1` })
    .where(and(inArray(roundGroup.roundId, rounds), isNotNull(roundGroup.moreMs)))
    .returning({ id: roundGroup.id });
  return cleared.map(({ id }) => id);
}

/** Every group of a session, of all its rounds. */
export async function listSessionGroups(
  db: Main,
  sessionIds: readonly SessionId[],
): Promise<{ group: GroupRow; round: RoundRow }[]> {
  if (sessionIds.length === 0) return [];
  return db
    .select({ group: roundGroup, round: breakoutRound })
    .from(roundGroup)
    .innerJoin(breakoutRound, eq(breakoutRound.id, roundGroup.roundId))
    .where(inArray(breakoutRound.sessionId, [...sessionIds]))
    .orderBy(asc(breakoutRound.ordinal), asc(roundGroup.number));
}
