import { asc, eq, inArray } from "drizzle-orm";
import type { Role } from "~/app/domain/assembly/role";
import type { ParticipationId, PersonId, RecommendationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";
import { recommendationAuthor } from "../schema/drafting";
import { person } from "../schema/people";

/** Somebody who writes a recommendation, or wrote it before they left. */
export interface RecommendationAuthor {
  readonly recommendationId: RecommendationId;
  readonly participationId: ParticipationId;
  readonly personId: PersonId;
  readonly role: Role;
  readonly name: string;
}

/** Adds authors; whoever is one already stays one. */
export async function addAuthors(
  db: Main,
  recommendationId: RecommendationId,
  participationIds: readonly ParticipationId[],
): Promise<void> {
  if (participationIds.length === 0) return;
  await db
    .insert(recommendationAuthor)
    .values(participationIds.map((participationId) => ({ recommendationId, participationId })))
    .onConflictDoNothing();
}

export async function authorIdsOf(db: Main, recommendationId: RecommendationId): Promise<ParticipationId[]> {
  const rows = await db
    .select({ id: recommendationAuthor.participationId })
    .from(recommendationAuthor)
    .where(eq(recommendationAuthor.recommendationId, recommendationId));
  return rows.map(({ id }) => id);
}

/** The authors of these recommendations, members by seat. */
export async function listAuthors(db: Main, ids: readonly RecommendationId[]): Promise<RecommendationAuthor[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      recommendationId: recommendationAuthor.recommendationId,
      participationId: participation.id,
      personId: participation.personId,
      role: participation.role,
      seat: participation.seat,
      name: person.name,
    })
    .from(recommendationAuthor)
    .innerJoin(participation, eq(participation.id, recommendationAuthor.participationId))
    .innerJoin(person, eq(person.id, participation.personId))
    .where(inArray(recommendationAuthor.recommendationId, [...ids]))
    .orderBy(asc(participation.id));
  return rows
    .sort((a, b) => (a.seat ?? Number.POSITIVE_INFINITY) - (b.seat ?? Number.POSITIVE_INFINITY))
    .map(({ seat: _, ...author }) => author);
}
