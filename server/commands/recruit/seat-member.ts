import type { PersonId } from "~/app/domain/kernel/ids";
import { newId, type ParticipationId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { valueKey } from "~/app/domain/recruitment/clean-cell";
import type { Main } from "~/db/connect";
import type { CandidateRow } from "~/db/repositories/candidate";
import { findRoleOf, highestSeat, insertParticipation } from "~/db/repositories/participation";
import { findPeopleByEmail, insertPerson } from "~/db/repositories/person";
import type { App } from "../../context";

export interface Seated {
  readonly personId: PersonId;
  readonly participationId: ParticipationId;
  readonly seat: number;
}

/**
 * Makes somebody who was drawn a member with the next seat number, theirs for the life of the assembly. Whoever has the same address
 * and name is the same person; a household may share an address.
 */
export async function seatMember(
  tx: Main,
  app: App,
  { candidate, namePublic, locale }: { candidate: CandidateRow; namePublic: boolean; locale: Locale },
): Promise<Seated> {
  const { assemblyId } = candidate;
  const personId = (await knownPerson(tx, candidate)) ?? (await newPerson(tx, app, { candidate, locale }));
  const participationId = newId<"participation">(app.random);
  const seat = (await highestSeat(tx, assemblyId)) + 1;
  await insertParticipation(tx, {
    id: participationId,
    assemblyId,
    personId,
    role: "member",
    seat,
    state: "active",
    namePublic,
    createdAt: app.clock.now(),
    endedAt: null,
  });
  return { personId, participationId, seat };
}

async function knownPerson(tx: Main, { email, name, assemblyId }: CandidateRow): Promise<PersonId | undefined> {
  if (email === null) return undefined;
  const known = (await findPeopleByEmail(tx, email)).find((person) => valueKey(person.name) === valueKey(name));
  if (!known) return undefined;
  const seated = await findRoleOf(tx, { assemblyId, personId: known.id, role: "member" });
  return seated ? undefined : known.id;
}

async function newPerson(
  tx: Main,
  app: App,
  { candidate: { name, email, phone }, locale }: { candidate: CandidateRow; locale: Locale },
): Promise<PersonId> {
  const id = newId<"person">(app.random);
  await insertPerson(tx, { id, name, email, phone, locale, createdAt: app.clock.now() });
  return id;
}
