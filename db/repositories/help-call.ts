import { eq } from "drizzle-orm";
import type { Id, SessionId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { helpCall } from "../schema/session";

export type HelpCallRow = typeof helpCall.$inferSelect;

export async function insertHelpCall(db: Main, row: HelpCallRow): Promise<void> {
  await db.insert(helpCall).values(row);
}

export async function findHelpCall(db: Main, id: Id<"help-call">): Promise<HelpCallRow | undefined> {
  const [row] = await db.select().from(helpCall).where(eq(helpCall.id, id));
  return row;
}

/** The calls of a session, in no order. */
export async function listHelpCalls(db: Main, sessionId: SessionId): Promise<HelpCallRow[]> {
  return db.select().from(helpCall).where(eq(helpCall.sessionId, sessionId));
}

type Answer = Pick<HelpCallRow, "answeredBy" | "answeredAt">;
type Carrying = Pick<HelpCallRow, "groupId">;
type Closing = Pick<HelpCallRow, "closedBy" | "closedAt" | "closedHow">;

/** Writes what became of a call, or where its caller is now. */
export async function changeHelpCall(
  db: Main,
  id: Id<"help-call">,
  change: Answer | Closing | Carrying,
): Promise<void> {
  await db.update(helpCall).set(change).where(eq(helpCall.id, id));
}
