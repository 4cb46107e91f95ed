import { and, desc, eq } from "drizzle-orm";
import type { AssemblyId, ParticipationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { breakoutRound, groupSeat, roundGroup, session } from "../schema/session";

/** Somebody in an assembly. */
export interface Whose {
  readonly assemblyId: AssemblyId;
  readonly participationId: ParticipationId;
}

/** A table, and when people sat down at it. */
export const tableColumns = { group: roundGroup, startedAt: breakoutRound.startedAt, sessionId: session.id };

/** The table where somebody sat last; undefined before their first round. */
export async function latestSeat(db: Main, { assemblyId, participationId }: Whose) {
  const [seat] = await db
    .select(tableColumns)
    .from(groupSeat)
    .innerJoin(roundGroup, eq(roundGroup.id, groupSeat.groupId))
    .innerJoin(breakoutRound, eq(breakoutRound.id, roundGroup.roundId))
    .innerJoin(session, eq(session.id, breakoutRound.sessionId))
    .where(and(eq(groupSeat.participationId, participationId), eq(session.assemblyId, assemblyId)))
    .orderBy(desc(breakoutRound.startedAt), desc(breakoutRound.ordinal))
    .limit(1);
  return seat;
}
