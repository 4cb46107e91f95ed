import { eq } from "drizzle-orm";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { deviceCheck } from "../schema/session";

export type DeviceCheckRow = typeof deviceCheck.$inferSelect;

/** The last device check of everyone in the assembly who made one. */
export async function listDeviceChecks(db: Main, assemblyId: AssemblyId): Promise<DeviceCheckRow[]> {
  return db.select().from(deviceCheck).where(eq(deviceCheck.assemblyId, assemblyId));
}
