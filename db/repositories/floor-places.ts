import { and, eq, isNull } from "drizzle-orm";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { queueEntry, roundGroup, session, turn } from "../schema/session";
import type { GroupRow } from "./breakout";
import type { QueueRow, TurnRow } from "./queue";

/** Where somebody takes part in a session at this moment, beside their seat: where they speak, wait to speak, or lead a group. */
export interface FloorPlaces {
  readonly turns: readonly TurnRow[];
  readonly waiting: readonly QueueRow[];
  readonly leads: readonly { readonly group: GroupRow; readonly sessionId: QueueRow["sessionId"] }[];
}

export async function floorPlacesOf(db: Main, participationId: ParticipationId): Promise<FloorPlaces> {
  const turns = await db
    .select()
    .from(turn)
    .where(and(eq(turn.participationId, participationId), isNull(turn.endedAt)));
  const waiting = await db
    .select()
    .from(queueEntry)
    .where(and(eq(queueEntry.participationId, participationId), eq(queueEntry.state, "waiting")));
  const leads = await db
    .select({ group: roundGroup, sessionId: session.id })
    .from(roundGroup)
    .innerJoin(session, eq(session.roundId, roundGroup.roundId))
    .where(eq(roundGroup.facilitatorId, participationId));
  return { turns, waiting, leads };
}
