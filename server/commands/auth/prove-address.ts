import type { AssemblyId, DeviceId, PersonId } from "~/app/domain/kernel/ids";
import type { Main } from "~/db/connect";
import { activeParticipations } from "~/db/repositories/participation";
import { joinPerson, type PersonRow, saveProvenEmail } from "~/db/repositories/person";
import { tellingSessions } from "../../kernel/attendance";
import { peopleAt } from "../../kernel/auth/people-at";
import type { FactNote, JournalNote } from "../../kernel/carry-out";

export interface Proof {
  /** The address (normalised) that was proven just now: by a code or link mailed to it. */
  readonly email: string;
  /** Who of the address it was. */
  readonly personId: PersonId;
  /** The device on which it was proven, when it is signed in already. */
  readonly provenOn?: DeviceId;
  readonly at: Date;
}

/** Whose the proof turned out to be, and who else it concerned. */
export interface Proven {
  readonly personId: PersonId;
  /** Entries that were joined to them: their connections are to be authorised anew. */
  readonly joined: readonly PersonId[];
  /** Their devices on which nobody had proven the address. */
  readonly devicesEnded: readonly DeviceId[];
  readonly journal: readonly JournalNote[];
  /** Where an entry carried another name, the sessions hear the person's own. */
  readonly facts: readonly FactNote[];
}

/**
 * Keeps that an address was proven, inside a command's transaction, and joins what organisers wrote about the same person to them:
 * the only place where an entry of a pool becomes somebody known elsewhere. Null when nobody of the address is meant.
 */
export async function proveAddress(tx: Main, { email, personId, provenOn, at }: Proof): Promise<Proven | null> {
  const people = await peopleAt(tx, email);
  const meant = people.find(({ person, also }) => [person, ...also].some(({ id }) => id === personId));
  if (!meant) return null;
  const into = meant.person.id;
  const devicesEnded: DeviceId[] = [];
  const { facts } = await tellingSessions(tx, await assembliesOf(tx, meant.also), async () => {
    for (const { id: from } of meant.also) {
      devicesEnded.push(...(await joinPerson(tx, { from, into, provenOn: provenOn ?? null, at })));
    }
  });
  if (meant.person.emailProvenAt === null) await saveProvenEmail(tx, into, { email, at });
  const joined = meant.also.map(({ id }) => id);
  const subject = { kind: "person", id: into };
  return {
    personId: into,
    joined,
    devicesEnded,
    facts,
    journal: joined.map((from) => ({ action: "person.join", subject, data: { from } })),
  };
}

async function assembliesOf(tx: Main, people: readonly Pick<PersonRow, "id">[]): Promise<AssemblyId[]> {
  const held = [];
  for (const { id } of people) held.push(...(await activeParticipations(tx, id)));
  return held.map(({ assemblyId }) => assemblyId);
}
