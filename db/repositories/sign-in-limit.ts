import { lt, sql } from "drizzle-orm";
import type { Main } from "../connect";
import { signInLimit } from "../schema/people";

export interface LimitUse {
  /** A hash of what is limited, never an address. */
  readonly key: string;
  readonly now: Date;
  readonly windowMs: number;
}

/** Counts one use and answers how many there were in the window, this one included: one statement, so that parallel uses all count. */
export async function countUse(db: Main, { key, now, windowMs }: LimitUse): Promise<number> {
  const over = lt(signInLimit.windowStart, new Date(now.getTime() - windowMs));
  const [row] = await db
    .insert(signInLimit)
    .values({ key, windowStart: now, used: 1 })
    .onConflictDoUpdate({
      target: signInLimit.key,
      set: {
        used: sql`case when ${over} then 1 else ${signInLimit.used} + 1 end`,
        windowStart: sql`case when ${over} then excluded.window_start else ${signInLimit.windowStart} end`,
      },
    })
    .returning({ used: signInLimit.used });
  if (!row) throw new Error("a limit gave no count");
  return row.used;
}

/** Forgets windows that began before an instant. */
export async function forgetUses(db: Main, before: Date): Promise<void> {
  await db.delete(signInLimit).where(lt(signInLimit.windowStart, before));
}
