import { eq } from "drizzle-orm";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { site } from "../schema/site";

export type SiteRow = typeof site.$inferSelect;

export async function findSite(db: Main, assemblyId: AssemblyId): Promise<SiteRow | undefined> {
  const [row] = await db.select().from(site).where(eq(site.assemblyId, assemblyId));
  return row;
}

export async function saveSite(db: Main, row: SiteRow): Promise<void> {
  const { openedAt, openedBy, closedAt } = row;
  await db
    .insert(site)
    .values(row)
    .onConflictDoUpdate({ target: site.assemblyId, set: { openedAt, openedBy, closedAt } });
}
