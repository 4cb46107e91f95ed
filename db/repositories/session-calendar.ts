import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { AgendaItemId, AssemblyId, SessionId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { agendaItem, breakoutRound, session } from "../schema/session";

export type SessionRow = typeof session.$inferSelect;
export type AgendaItemRow = typeof agendaItem.$inferSelect;

/** A session with its agenda, in order. */
export interface SessionWithAgenda extends SessionRow {
  readonly agenda: readonly AgendaItemRow[];
}

/** The sessions of an assembly by date, each with its agenda. */
export async function listSessions(db: Main, assemblyId: AssemblyId): Promise<SessionWithAgenda[]> {
  const rows = await db
    .select()
    .from(session)
    .where(eq(session.assemblyId, assemblyId))
    .orderBy(asc(session.startsAt), asc(session.id));
  if (rows.length === 0) return [];
  const items = await db
    .select()
    .from(agendaItem)
    .where(
      inArray(
        agendaItem.sessionId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(agendaItem.position));
  return rows.map((row) => ({ ...row, agenda: items.filter(({ sessionId }) => sessionId === row.id) }));
}

/** The sessions of an assembly that run or are to come, by date. */
export async function listOpenSessionIds(db: Main, assemblyId: AssemblyId): Promise<SessionId[]> {
  const rows = await db
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.assemblyId, assemblyId), ne(session.state, "closed")))
    .orderBy(asc(session.startsAt), asc(session.id));
  return rows.map(({ id }) => id);
}

export async function findSession(db: Main, id: SessionId): Promise<SessionRow | undefined> {
  const [row] = await db.select().from(session).where(eq(session.id, id));
  return row;
}

export async function insertSession(db: Main, row: SessionRow): Promise<void> {
  await db.insert(session).values(row);
}

/** Where and when it is, and what it is called: what the calendar edits. */
export type SessionChange = Partial<
  Pick<SessionRow, "title" | "startsAt" | "endsAt" | "place" | "address" | "phaseId">
>;

/** Changes a session if it still has the version that was read; false when somebody was faster. */
export async function changeSession(
  db: Main,
  { id, version }: Pick<SessionRow, "id" | "version">,
  change: SessionChange,
): Promise<boolean> {
  const changed = await db
    .update(session)
    .set({ ...change, version: version + 1 })
    .where(and(eq(session.id, id), eq(session.version, version)))
    .returning({ id: session.id });
  return changed.length === 1;
}

/** Removes a session and its agenda. Only one that never ran may be removed: whatever it held points at it. */
export async function deleteSession(db: Main, id: SessionId): Promise<void> {
  await db.delete(agendaItem).where(eq(agendaItem.sessionId, id));
  await db.delete(session).where(eq(session.id, id));
}

/** Whether groups ever sat in it. */
export async function hasRounds(db: Main, id: SessionId): Promise<boolean> {
  const [row] = await db
    .select({ id: breakoutRound.id })
    .from(breakoutRound)
    .where(eq(breakoutRound.sessionId, id))
    .limit(1);
  return row !== undefined;
}

export async function listAgenda(db: Main, sessionId: SessionId): Promise<AgendaItemRow[]> {
  return db.select().from(agendaItem).where(eq(agendaItem.sessionId, sessionId)).orderBy(asc(agendaItem.position));
}

export async function insertAgendaItem(db: Main, row: AgendaItemRow): Promise<void> {
  await db.insert(agendaItem).values(row);
}

export async function changeAgendaItem(
  db: Main,
  id: AgendaItemId,
  change: Partial<Omit<AgendaItemRow, "id" | "sessionId">>,
): Promise<void> {
  await db.update(agendaItem).set(change).where(eq(agendaItem.id, id));
}

export async function deleteAgendaItem(db: Main, id: AgendaItemId): Promise<void> {
  await db.delete(agendaItem).where(eq(agendaItem.id, id));
}
