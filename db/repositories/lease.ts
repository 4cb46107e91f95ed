import { isNotNull } from "drizzle-orm";
import type { Main } from "../connect";
import { drawForecast, drawRun, importBatch, poolFile } from "../schema/recruitment";

/** Long work of recruitment that somebody holds becomes free, whoever holds it. Only for who knows that they have gone. */
export async function voidLeases(db: Main): Promise<void> {
  for (const leased of [drawRun, drawForecast, importBatch, poolFile]) {
    await db.update(leased).set({ leasedUntil: null }).where(isNotNull(leased.leasedUntil));
  }
}
