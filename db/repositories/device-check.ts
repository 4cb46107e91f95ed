import { eq } from "drizzle-orm";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { deviceCheck } from "../schema/session";

export type DeviceCheckRow = typeof deviceCheck.$inferSelect;

/** The last check replaces the one before. */
export async function saveDeviceCheck(db: Main, row: DeviceCheckRow): Promise<void> {
  const { participationId: _, ...found } = row;
  await db.insert(deviceCheck).values(row).onConflictDoUpdate({ target: deviceCheck.participationId, set: found });
}

export async function findDeviceCheck(db: Main, id: ParticipationId): Promise<DeviceCheckRow | undefined> {
  const [row] = await db.select().from(deviceCheck).where(eq(deviceCheck.participationId, id));
  return row;
}
