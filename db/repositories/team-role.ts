import { eq } from "drizzle-orm";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";

/** Ends a role; the row stays, for what the person did in it. */
export async function endRole(db: Main, id: ParticipationId, at: Date): Promise<void> {
  await db.update(participation).set({ state: "withdrawn", endedAt: at }).where(eq(participation.id, id));
}

/** Gives an ended role back. */
export async function resumeRole(db: Main, id: ParticipationId): Promise<void> {
  await db.update(participation).set({ state: "active", endedAt: null }).where(eq(participation.id, id));
}
