import type { AssemblyId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { findParticipation, type ParticipationRow } from "~/db/repositories/participation";

/**
 * A member of the assembly to whom its desk may hand a way in (a printed card, a desk sign-in). It opens this seat and nothing else the
 * person holds, so that whoever hands it over gains no more than they could give. Refuses with `not-found` (no such member).
 */
export async function handedIn(
  db: Main,
  assemblyId: AssemblyId,
  participationId: ParticipationId,
): Promise<Result<ParticipationRow>> {
  const held = await findParticipation(db, participationId);
  const member = held?.assemblyId === assemblyId && held.role === "member" && held.state === "active";
  return member ? accept(held) : refuse("not-found");
}
