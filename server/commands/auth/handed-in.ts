import type { AssemblyId, OrganisationId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { mayBeSignedInByOthers } from "~/app/domain/people/sign-in-by-others";
import type { Main } from "~/db/connect";
import { listAssemblies } from "~/db/repositories/assembly";
import {
  activeParticipations,
  findParticipation,
  organisationsOf,
  type ParticipationRow,
} from "~/db/repositories/participation";

/**
 * A member of the assembly to whom its desk may hand a way in. Refuses with `not-found` (no such member) and `not-only-a-member` (they
 * hold other roles, or belong to another organisation's assembly too).
 */
export async function handedIn(
  db: Main,
  assembly: { readonly id: AssemblyId; readonly organisationId: OrganisationId },
  participationId: ParticipationId,
): Promise<Result<ParticipationRow>> {
  const held = await findParticipation(db, participationId);
  if (held?.assemblyId !== assembly.id || held.role !== "member" || held.state !== "active") return refuse("not-found");
  const all = await activeParticipations(db, held.personId);
  const assemblies = await listAssemblies(
    db,
    all.map(({ assemblyId }) => assemblyId),
  );
  const organisationOf = new Map(assemblies.map(({ id, organisationId }) => [id, organisationId]));
  const roles = all.map(({ role, assemblyId }) => ({ role, organisationId: organisationOf.get(assemblyId) }));
  const organises = (await organisationsOf(db, held.personId)).length;
  const may = mayBeSignedInByOthers({ organises, roles }, assembly.organisationId);
  return may.ok ? accept(held) : may;
}
