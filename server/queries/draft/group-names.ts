import type { AssemblyId, GroupId, ParticipationId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import type { Main } from "~/db/connect";
import { listSessionGroups } from "~/db/repositories/breakout";
import { listSessions } from "~/db/repositories/session-calendar";

/** How people know a group: its number, and the meeting (and round, when there were several) where it sat. */
export interface GroupName {
  readonly number: number;
  readonly round: number;
  readonly session: Localised;
}

export interface NamedGroup extends GroupName {
  readonly id: GroupId;
  readonly facilitatorId: ParticipationId | null;
}

/** Every group of the assembly so far, by meeting, round and number. */
export async function namedGroups(db: Main, assemblyId: AssemblyId): Promise<ReadonlyMap<GroupId, NamedGroup>> {
  const sessions = await listSessions(db, assemblyId);
  const groups = await listSessionGroups(
    db,
    sessions.map(({ id }) => id),
  );
  const named = sessions.flatMap(({ id: sessionId, title: session }) =>
    groups
      .filter(({ round }) => round.sessionId === sessionId)
      .map(({ group: { id, number, facilitatorId }, round }) => ({
        id,
        number,
        facilitatorId,
        round: round.ordinal,
        session,
      })),
  );
  return new Map(named.map((group) => [group.id, group]));
}
