import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { DeviceId, PersonId } from "~/app/domain/kernel/ids";
import type { AddressHolder } from "~/app/domain/people/same-person";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";
import { device, person, signInCard } from "../schema/people";

export type PersonRow = typeof person.$inferSelect;

export async function insertPerson(db: Main, row: PersonRow): Promise<void> {
  await db.insert(person).values(row);
}

export async function findPerson(db: Main, id: PersonId): Promise<PersonRow | undefined> {
  const [row] = await db.select().from(person).where(eq(person.id, id));
  return row;
}

/** Everybody with this address (normalised): a household may share one. The one known longest comes first. */
export async function findPeopleByEmail(db: Main, email: string): Promise<PersonRow[]> {
  return db.select().from(person).where(eq(person.email, email)).orderBy(asc(person.createdAt), asc(person.id));
}

/** Everybody with this address (normalised), with every role they ever held. */
export async function findAddressHolders(db: Main, email: string): Promise<(PersonRow & AddressHolder)[]> {
  const people = await findPeopleByEmail(db, email);
  if (people.length === 0) return [];
  const held = await db
    .select({ personId: participation.personId, assemblyId: participation.assemblyId, role: participation.role })
    .from(participation)
    .where(
      inArray(
        participation.personId,
        people.map(({ id }) => id),
      ),
    );
  return people.map((one) => ({ ...one, roles: held.filter(({ personId }) => personId === one.id) }));
}

/** Writes down an address that nobody has proven yet. */
export async function saveEmail(db: Main, id: PersonId, email: string): Promise<void> {
  await db.update(person).set({ email, emailProvenAt: null }).where(eq(person.id, id));
}

/** Keeps an address that its person has proven. */
export async function saveProvenEmail(
  db: Main,
  id: PersonId,
  { email, at }: { readonly email: string; readonly at: Date },
): Promise<void> {
  await db.update(person).set({ email, emailProvenAt: at }).where(eq(person.id, id));
}

export interface Joining {
  readonly from: PersonId;
  readonly into: PersonId;
  /** The device on which the proof was given: it stays signed in. */
  readonly provenOn: DeviceId | null;
  readonly at: Date;
}

/**
 * Makes two entries one person: roles, cards and the devices of single seats go over; every other device of the entry that vanishes is
 * signed out, since nobody proved an address on it. The entry itself stays, without an address, for what was done under its id. Answers
 * the devices that ended.
 */
export async function joinPerson(db: Main, { from, into, provenOn, at }: Joining): Promise<DeviceId[]> {
  await db.update(participation).set({ personId: into }).where(eq(participation.personId, from));
  await db.update(signInCard).set({ personId: into }).where(eq(signInCard.personId, from));
  if (provenOn) await db.update(device).set({ personId: into }).where(eq(device.id, provenOn));
  const ended = await db
    .update(device)
    .set({ endedAt: at, network: null })
    .where(and(eq(device.personId, from), isNull(device.participationId), isNull(device.endedAt)))
    .returning({ id: device.id });
  await db.update(device).set({ personId: into }).where(eq(device.personId, from));
  await db.update(person).set({ email: null, emailProvenAt: null }).where(eq(person.id, from));
  return ended.map(({ id }) => id);
}

/** What these people are called. */
export async function namesOfPeople(db: Main, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  const found = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...ids]));
  return new Map(found.map(({ id, name }) => [id, name]));
}
