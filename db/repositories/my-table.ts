import { and, asc, desc, eq } from "drizzle-orm";
import type { GroupId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";
import { recommendation, recommendationAuthor } from "../schema/drafting";
import { person } from "../schema/people";
import { breakoutRound, groupSeat, roundGroup, session } from "../schema/session";
import { latestSeat, tableColumns, type Whose } from "./latest-seat";
import type { RecommendationRow } from "./recommendation";

/** A table of a breakout round, with those who sit at it. */
export interface Table {
  readonly groupId: GroupId;
  readonly sessionId: SessionId;
  readonly number: number;
  readonly facilitatorId: ParticipationId | null;
  readonly facilitator: string | null;
  readonly seated: readonly { readonly id: ParticipationId; readonly name: string }[];
}

/** The table where somebody sat, or which they led, in the latest round they were in; undefined before the first. */
export async function latestTable(db: Main, whose: Whose): Promise<Table | undefined> {
  const sat = await latestSeat(db, whose);
  const led = await db
    .select(tableColumns)
    .from(roundGroup)
    .innerJoin(breakoutRound, eq(breakoutRound.id, roundGroup.roundId))
    .innerJoin(session, eq(session.id, breakoutRound.sessionId))
    .where(and(eq(roundGroup.facilitatorId, whose.participationId), eq(session.assemblyId, whose.assemblyId)))
    .orderBy(desc(breakoutRound.startedAt), desc(breakoutRound.ordinal))
    .limit(1);
  const [latest] = [...(sat ? [sat] : []), ...led].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
  if (!latest) return undefined;
  const { id, number, facilitatorId } = latest.group;
  return {
    groupId: id,
    sessionId: latest.sessionId,
    number,
    facilitatorId,
    facilitator: facilitatorId === null ? null : await nameOf(db, facilitatorId),
    seated: await seatedWithNames(db, id),
  };
}

async function nameOf(db: Main, id: ParticipationId): Promise<string | null> {
  const [row] = await db
    .select({ name: person.name })
    .from(participation)
    .innerJoin(person, eq(person.id, participation.personId))
    .where(eq(participation.id, id));
  return row?.name ?? null;
}

function seatedWithNames(db: Main, groupId: GroupId): Promise<{ id: ParticipationId; name: string }[]> {
  return db
    .select({ id: participation.id, name: person.name })
    .from(groupSeat)
    .innerJoin(participation, eq(participation.id, groupSeat.participationId))
    .innerJoin(person, eq(person.id, participation.personId))
    .where(eq(groupSeat.groupId, groupId))
    .orderBy(asc(participation.seat));
}

/** The recommendations that somebody is an author of, by number. */
export async function listAuthored(
  db: Main,
  { assemblyId, participationId }: Whose,
): Promise<Pick<RecommendationRow, "id" | "number" | "title" | "state">[]> {
  return db
    .select({
      id: recommendation.id,
      number: recommendation.number,
      title: recommendation.title,
      state: recommendation.state,
    })
    .from(recommendation)
    .innerJoin(recommendationAuthor, eq(recommendationAuthor.recommendationId, recommendation.id))
    .where(and(eq(recommendation.assemblyId, assemblyId), eq(recommendationAuthor.participationId, participationId)))
    .orderBy(asc(recommendation.number));
}
