import { and, eq, isNull } from "drizzle-orm";
import type { Id, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
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

/** The calls of a session that nobody has answered, in no order. */
export async function listOpenHelpCalls(db: Main, sessionId: SessionId): Promise<HelpCallRow[]> {
  return db
    .select()
    .from(helpCall)
    .where(and(eq(helpCall.sessionId, sessionId), isNull(helpCall.answeredAt)));
}

/** Answers a call; false when somebody was faster. */
export async function answerHelpCall(
  db: Main,
  id: Id<"help-call">,
  { answeredBy, answeredAt }: { readonly answeredBy: ParticipationId; readonly answeredAt: Date },
): Promise<boolean> {
  const answered = await db
    .update(helpCall)
    .set({ answeredBy, answeredAt })
    .where(and(eq(helpCall.id, id), isNull(helpCall.answeredAt)))
    .returning({ id: helpCall.id });
  return answered.length === 1;
}
