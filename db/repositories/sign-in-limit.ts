import { lt, sql } from "drizzle-orm";
import type { Main } from "../connect";
import { signInLimit } from "../schema/people";

export interface LimitUse {
  /** A hash of what is limited, never an address. */
  readonly key: string;
  readonly now: Date;
  readonly windowMs: number;
}

/** Counts one use in its window: one statement, so that parallel uses all count, one after the other. */
export async function countUse(db: Main, { key, now, windowMs }: LimitUse): Promise<void> {
  const over = lt(signInLimit.windowStart, new Date(now.getTime() - windowMs));
  await db
    .insert(signInLimit)
    .values({ key, windowStart: now, used: 1 })
    .onConflictDoUpdate({
      target: signInLimit.key,
      set: {
        used: sql`case when ${over} then 1 else ${signInLimit.used} + 1 end`,
        windowStart: sql`case when ${over} then excluded.window_start else ${signInLimit.windowStart} end`,
      },
    });
}

/** Forgets windows that began before an instant. */
export async function forgetUses(db: Main, before: Date): Promise<void> {
  await db.delete(signInLimit).where(lt(signInLimit.windowStart, before));
}
