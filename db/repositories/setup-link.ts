import { and, eq, isNull } from "drizzle-orm";
import type { Main } from "../connect";
import { setupLink } from "../schema/people";

/** Puts a new set-up link in the place of those nobody used. */
export async function replaceSetupLink(db: Main, tokenHash: string, at: Date): Promise<void> {
  await db.delete(setupLink).where(isNull(setupLink.usedAt));
  await db.insert(setupLink).values({ tokenHash, createdAt: at, usedAt: null });
}

export async function findSetupLink(db: Main, tokenHash: string): Promise<typeof setupLink.$inferSelect | undefined> {
  const [row] = await db.select().from(setupLink).where(eq(setupLink.tokenHash, tokenHash));
  return row;
}

/** Uses the link up; false when it is unknown or was used before. */
export async function spendSetupLink(db: Main, tokenHash: string, at: Date): Promise<boolean> {
  const spent = await db
    .update(setupLink)
    .set({ usedAt: at })
    .where(and(eq(setupLink.tokenHash, tokenHash), isNull(setupLink.usedAt)))
    .returning({ tokenHash: setupLink.tokenHash });
  return spent.length > 0;
}
