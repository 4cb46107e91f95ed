import { valueKey } from "~/app/domain/kernel/cell";
import { newId, type ParticipationId, type PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import type { Main } from "~/db/connect";
import type { CandidateRow } from "~/db/repositories/candidate";
import { findRoleOf, highestSeat, insertParticipation } from "~/db/repositories/participation";
import { findPerson, insertPerson } from "~/db/repositories/person";
import type { App } from "../../context";
import { tellingSessions } from "../../kernel/attendance";
import { peopleAt } from "../../kernel/auth/people-at";
import { type Proven, proveAddress } from "../auth/prove-address";

export interface Seated extends Proven {
  readonly participationId: ParticipationId;
  readonly seat: number;
}

/** What somebody who is being seated has proven themself: that they read the mails of an address, or who they are signed in as. */
export interface SelfProof {
  readonly email: string | null;
  readonly personId: PersonId | null;
}

export const nothingProven: SelfProof = { email: null, personId: null };

export interface ToSeat {
  readonly candidate: CandidateRow;
  readonly namePublic: boolean;
  readonly locale: Locale;
  readonly proof: SelfProof;
}

/**
 * Makes somebody who was drawn a member with the next seat number, theirs for the life of the assembly. What an organiser wrote in the
 * pool makes nobody known: only the person's own proof does, together with the same name (a household may share an address or a device).
 */
export async function seatMember(
  tx: Main,
  app: App,
  { candidate, namePublic, locale, proof }: ToSeat,
): Promise<Seated> {
  const { assemblyId } = candidate;
  const at = app.clock.now();
  const personId = (await knownPerson(tx, candidate, proof)) ?? (await newPerson(tx, app, { candidate, locale }));
  const participationId = newId<"participation">(app.random);
  const seat = (await highestSeat(tx, assemblyId)) + 1;
  const row = { id: participationId, assemblyId, personId, seat, namePublic, createdAt: at, endedAt: null };
  const { facts } = await tellingSessions(tx, [assemblyId], () =>
    insertParticipation(tx, { ...row, role: "member", state: "active" }),
  );
  const proven = proof.email === null ? null : await proveAddress(tx, { email: proof.email, personId, at });
  return {
    personId: proven?.personId ?? personId,
    participationId,
    seat,
    joined: proven?.joined ?? [],
    devicesEnded: proven?.devicesEnded ?? [],
    journal: proven?.journal ?? [],
    facts: [...facts, ...(proven?.facts ?? [])],
  };
}

/** Whom the proof shows them to be: somebody of their name who has no seat in this assembly yet. */
async function knownPerson(tx: Main, candidate: CandidateRow, proof: SelfProof): Promise<PersonId | undefined> {
  const signedIn = proof.personId === null ? undefined : await findPerson(tx, proof.personId);
  const atAddress = proof.email === null ? [] : await peopleAt(tx, proof.email);
  for (const known of [signedIn, ...atAddress.map(({ person }) => person)]) {
    if (!known || valueKey(known.name) !== valueKey(candidate.name)) continue;
    const seated = await findRoleOf(tx, { assemblyId: candidate.assemblyId, personId: known.id, role: "member" });
    if (!seated) return known.id;
  }
  return undefined;
}

async function newPerson(
  tx: Main,
  app: App,
  { candidate: { name, email, phone }, locale }: Pick<ToSeat, "candidate" | "locale">,
): Promise<PersonId> {
  const id = newId<"person">(app.random);
  await insertPerson(tx, { id, name, email, emailProvenAt: null, phone, locale, createdAt: app.clock.now() });
  return id;
}
