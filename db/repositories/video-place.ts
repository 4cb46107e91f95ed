import { and, eq, isNull } from "drizzle-orm";
import type { AssemblyId, GroupId, ParticipationId, RoundId, SessionId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
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
