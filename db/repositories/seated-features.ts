import { and, eq, isNotNull } from "drizzle-orm";
import type { AssemblyId, ParticipationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";
import { invitation } from "../schema/invitation";
import { person } from "../schema/people";
import { candidate } from "../schema/recruitment";

/** The features of those who took a seat and hold it, without anything that names them. */
export async function listSeatedFeatures(db: Main, assemblyId: AssemblyId): Promise<Record<string, string>[]> {
  const rows = await db
    .select({ features: candidate.features })
    .from(invitation)
    .innerJoin(candidate, eq(candidate.id, invitation.candidateId))
    .innerJoin(participation, eq(participation.id, invitation.participationId))
    .where(and(eq(invitation.assemblyId, assemblyId), eq(participation.state, "active")));
  return rows.map(({ features }) => features);
}

/** Members who consented to be named in public, by seat. */
export async function listPublicNames(
  db: Main,
  assemblyId: AssemblyId,
): Promise<{ id: ParticipationId; name: string }[]> {
  return db
    .select({ id: participation.id, name: person.name })
    .from(participation)
    .innerJoin(person, eq(person.id, participation.personId))
    .where(
      and(
        eq(participation.assemblyId, assemblyId),
        eq(participation.role, "member"),
        eq(participation.state, "active"),
        eq(participation.namePublic, true),
        isNotNull(participation.seat),
      ),
    )
    .orderBy(participation.seat);
}
