import { and, desc, eq, gt, inArray, isNull, max } from "drizzle-orm";
import type { DeviceId, ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { device, person } from "../schema/people";

export type DeviceRow = typeof device.$inferSelect;
export type PersonRow = typeof person.$inferSelect;

export async function insertDevice(db: Main, row: DeviceRow): Promise<void> {
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
    .set({ endedAt: at })
    .where(and(eq(device.id, id), ownedBy(owner), isNull(device.endedAt)))
    .returning({ id: device.id });
  return ended.length > 0;
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

/** Lets a device end at an instant, however long it had. */
export async function expireDevice(db: Main, id: DeviceId, expiresAt: Date): Promise<void> {
  await db.update(device).set({ expiresAt }).where(eq(device.id, id));
}
