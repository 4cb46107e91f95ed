import { and, eq } from "drizzle-orm";
import type { Main } from "../connect";
import { session } from "../schema/session";
import type { SessionRow } from "./session-calendar";

/** What changes while a session runs. */
export type LiveChange = Partial<
  Pick<SessionRow, "state" | "currentItemId" | "itemEndsAt" | "roundId" | "startedAt" | "closedAt" | "notesReaders">
>;

/** Changes a running session if it still has the version that was read. Throws otherwise: inside a transaction it cannot happen. */
export async function changeLiveSession(
  db: Main,
  { id, version }: Pick<SessionRow, "id" | "version">,
  change: LiveChange,
): Promise<void> {
  const changed = await db
    .update(session)
    .set({ ...change, version: version + 1 })
    .where(and(eq(session.id, id), eq(session.version, version)))
    .returning({ id: session.id });
  if (changed.length !== 1) throw new Error(`session ${id} changed inside a transaction`);
}
