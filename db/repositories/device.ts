import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { DeviceId, PersonId } from "~/app/domain/kernel/ids";
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

/** The devices a person is signed in on, the last used first. */
export async function listDevices(db: Main, personId: PersonId, now: Date): Promise<DeviceRow[]> {
  return db
    .select()
    .from(device)
    .where(and(eq(device.personId, personId), isNull(device.endedAt), gt(device.expiresAt, now)))
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
  { id, personId }: { readonly id: DeviceId; readonly personId: PersonId },
  at: Date,
): Promise<boolean> {
  const ended = await db
    .update(device)
    .set({ endedAt: at })
    .where(and(eq(device.id, id), eq(device.personId, personId), isNull(device.endedAt)))
    .returning({ id: device.id });
  return ended.length > 0;
}
