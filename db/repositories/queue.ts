import { and, eq, isNull } from "drizzle-orm";
import type { GroupId, Id, SessionId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { queueEntry, turn } from "../schema/session";

export type QueueRow = typeof queueEntry.$inferSelect;
export type TurnRow = typeof turn.$inferSelect;

/** The plenary of a session (no group), or one of its groups. */
export interface FloorKey {
  readonly sessionId: SessionId;
  readonly groupId: GroupId | null;
}

/** Those who wait, in no order. */
export async function listWaiting(db: Main, { sessionId, groupId }: FloorKey): Promise<QueueRow[]> {
  return db
    .select()
    .from(queueEntry)
    .where(
      and(
        eq(queueEntry.sessionId, sessionId),
        groupId === null ? isNull(queueEntry.groupId) : eq(queueEntry.groupId, groupId),
        eq(queueEntry.state, "waiting"),
      ),
    );
}

/** The turn under way on a floor. */
export async function findOpenTurn(db: Main, { sessionId, groupId }: FloorKey): Promise<TurnRow | undefined> {
  const onFloor = groupId === null ? isNull(turn.groupId) : eq(turn.groupId, groupId);
  const [row] = await db
    .select()
    .from(turn)
    .where(and(eq(turn.sessionId, sessionId), onFloor, isNull(turn.endedAt)));
  return row;
}

/** Every turn of a floor, under way or ended, in no order. */
export async function listTurns(db: Main, { sessionId, groupId }: FloorKey): Promise<TurnRow[]> {
  return db
    .select()
    .from(turn)
    .where(and(eq(turn.sessionId, sessionId), groupId === null ? isNull(turn.groupId) : eq(turn.groupId, groupId)));
}

export async function findQueueEntry(db: Main, id: Id<"queue-entry">): Promise<QueueRow | undefined> {
  const [row] = await db.select().from(queueEntry).where(eq(queueEntry.id, id));
  return row;
}

export async function insertQueueEntry(db: Main, row: QueueRow): Promise<void> {
  await db.insert(queueEntry).values(row);
}

/** Takes somebody out of the queue: called to speak, gone, or sent away with their group. */
export async function leaveQueue(
  db: Main,
  id: Id<"queue-entry">,
  { state, endedAt }: { readonly state: Exclude<QueueRow["state"], "waiting">; readonly endedAt: Date },
): Promise<void> {
  await db.update(queueEntry).set({ state, endedAt }).where(eq(queueEntry.id, id));
}

/** Those who waited in a group when its round ended. */
export async function listDispersed(db: Main, groupId: GroupId): Promise<QueueRow[]> {
  return db
    .select()
    .from(queueEntry)
    .where(and(eq(queueEntry.groupId, groupId), eq(queueEntry.state, "dispersed")));
}

/** Puts somebody back into the queue, where they were in it. */
export async function returnToQueue(db: Main, id: Id<"queue-entry">): Promise<void> {
  await db.update(queueEntry).set({ state: "waiting", endedAt: null }).where(eq(queueEntry.id, id));
}

export async function findTurn(db: Main, id: Id<"turn">): Promise<TurnRow | undefined> {
  const [row] = await db.select().from(turn).where(eq(turn.id, id));
  return row;
}

export async function insertTurn(db: Main, row: TurnRow): Promise<void> {
  await db.insert(turn).values(row);
}

export async function endTurn(db: Main, id: Id<"turn">, endedAt: Date): Promise<void> {
  await db.update(turn).set({ endedAt }).where(eq(turn.id, id));
}
