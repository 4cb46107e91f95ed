import { and, desc, eq, gt, inArray, isNull, lt, lte, max, ne } from "drizzle-orm";
import type { DeviceId, ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { device, person } from "../schema/people";

export type DeviceRow = typeof device.$inferSelect;
export type PersonRow = typeof person.$inferSelect;

export async function insertDevice(db: Main, row: typeof device.$inferInsert): Promise<void> {
  await db.insert(device).values(row);
}

/** The device of a token and its person; nothing when it was signed out or has expired. */
export async function findSignedIn(
  db: Main,
  tokenHash: string,
  now: Date,
): Promise<{ device: DeviceRow; person: PersonRow } | undefined> {
  const [row] = await db
    .select({ device, person })
    .from(device)
    .innerJoin(person, eq(person.id, device.personId))
    .where(and(eq(device.tokenHash, tokenHash), isNull(device.endedAt), gt(device.expiresAt, now)));
  return row;
}

/** The device of a token, whether or not anybody is signed in on it still. */
export async function findDeviceOfToken(db: Main, tokenHash: string): Promise<DeviceRow | undefined> {
  const [row] = await db.select().from(device).where(eq(device.tokenHash, tokenHash));
  return row;
}

/** Whose devices: the person's, or only those that open one participation of theirs. */
export interface DeviceOwner {
  readonly personId: PersonId;
  readonly only?: ParticipationId;
}

const ownedBy = ({ personId, only }: DeviceOwner) =>
  and(eq(device.personId, personId), only === undefined ? undefined : eq(device.participationId, only));

/** The devices a person is signed in on, the last used first. */
export async function listDevices(db: Main, owner: DeviceOwner, now: Date): Promise<DeviceRow[]> {
  return db
    .select()
    .from(device)
    .where(and(ownedBy(owner), isNull(device.endedAt), gt(device.expiresAt, now)))
    .orderBy(desc(device.lastSeenAt));
}

export async function touchDevice(
  db: Main,
  id: DeviceId,
  seen: { readonly lastSeenAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await db.update(device).set(seen).where(eq(device.id, id));
}

/** Ends one device of a person; false when it was not theirs or had ended. */
export async function endDevice(
  db: Main,
  { id, ...owner }: DeviceOwner & { readonly id: DeviceId },
  at: Date,
): Promise<boolean> {
  const ended = await db
    .update(device)
    .set({ endedAt: at, network: null })
    .where(and(eq(device.id, id), ownedBy(owner), isNull(device.endedAt)))
    .returning({ id: device.id });
  return ended.length > 0;
}

/** Ends every device of a person but this one; answers those it ended. */
export async function endOtherDevices(
  db: Main,
  { id, ...owner }: DeviceOwner & { readonly id: DeviceId },
  at: Date,
): Promise<DeviceId[]> {
  const ended = await db
    .update(device)
    .set({ endedAt: at, network: null })
    .where(and(ne(device.id, id), ownedBy(owner), isNull(device.endedAt)))
    .returning({ id: device.id });
  return ended.map((row) => row.id);
}

/** Ends every device on which a card of this seat was used; answers them. */
export async function endCardDevices(db: Main, participationId: ParticipationId, at: Date): Promise<DeviceId[]> {
  const ended = await db
    .update(device)
    .set({ endedAt: at, network: null })
    .where(and(eq(device.participationId, participationId), eq(device.means, "card"), isNull(device.endedAt)))
    .returning({ id: device.id });
  return ended.map(({ id }) => id);
}

/** Ends the devices whose time is over; answers them. */
export async function endExpiredDevices(db: Main, now: Date): Promise<DeviceId[]> {
  const ended = await db
    .update(device)
    .set({ endedAt: now, network: null })
    .where(and(isNull(device.endedAt), lte(device.expiresAt, now)))
    .returning({ id: device.id });
  return ended.map(({ id }) => id);
}

/** Forgets the devices that ended before an instant. */
export async function forgetEndedDevices(db: Main, before: Date): Promise<void> {
  await db.delete(device).where(lt(device.endedAt, before));
}

/** Whose these devices are or were. */
export async function ownersOfDevices(db: Main, ids: readonly DeviceId[]): Promise<PersonId[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectDistinct({ personId: device.personId })
    .from(device)
    .where(inArray(device.id, [...ids]));
  return rows.map(({ personId }) => personId);
}

/** The devices on which these people are signed in. */
export async function listSignedIn(
  db: Main,
  personIds: readonly PersonId[],
  now: Date,
): Promise<Pick<DeviceRow, "id" | "personId" | "participationId">[]> {
  if (personIds.length === 0) return [];
  return db
    .select({ id: device.id, personId: device.personId, participationId: device.participationId })
    .from(device)
    .where(and(inArray(device.personId, [...personIds]), isNull(device.endedAt), gt(device.expiresAt, now)));
}

/** Its person has proved who they are. */
export async function proveDevice(db: Main, id: DeviceId, provenAt: Date): Promise<void> {
  await db.update(device).set({ provenAt }).where(eq(device.id, id));
}

/** It has shown its cookie under the name of now: the old one is not taken any more. */
export async function markHostCookie(db: Main, id: DeviceId, hostCookieAt: Date): Promise<void> {
  await db
    .update(device)
    .set({ hostCookieAt })
    .where(and(eq(device.id, id), isNull(device.hostCookieAt)));
}

/** One device that is still signed in. */
export async function findDevice(db: Main, id: DeviceId, now: Date): Promise<DeviceRow | undefined> {
  const [row] = await db
    .select()
    .from(device)
    .where(and(eq(device.id, id), isNull(device.endedAt), gt(device.expiresAt, now)));
  return row;
}

/** When each of these people was last seen on a device that is still signed in; to the day. */
export async function lastSeenOf(db: Main, personIds: readonly PersonId[]): Promise<Map<PersonId, Date>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: device.personId, at: max(device.lastSeenAt) })
    .from(device)
    .where(and(inArray(device.personId, [...personIds]), isNull(device.endedAt)))
    .groupBy(device.personId);
  return new Map(rows.flatMap(({ personId, at }) => (at ? [[personId, at] as const] : [])));
}
