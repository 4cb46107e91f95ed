import { asc, count, eq } from "drizzle-orm";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Quota } from "~/app/domain/sortition/draw-request";
import type { Main } from "../connect";
import { quota } from "../schema/recruitment";

/** The quotas of an assembly in the order they were given. */
export async function listQuotas(db: Main, assemblyId: AssemblyId): Promise<Quota[]> {
  const rows = await db.select().from(quota).where(eq(quota.assemblyId, assemblyId)).orderBy(asc(quota.position));
  return rows.map(({ feature, value, min, max, minFlex, maxFlex }) => ({
    feature,
    value,
    min,
    max,
    ...(minFlex !== null && { minFlex }),
    ...(maxFlex !== null && { maxFlex }),
  }));
}

export async function countQuotas(db: Main, assemblyId: AssemblyId): Promise<number> {
  const [row] = await db.select({ quotas: count() }).from(quota).where(eq(quota.assemblyId, assemblyId));
  return row?.quotas ?? 0;
}

/** The assembly's quotas are these from now on. */
export async function replaceQuotas(db: Main, assemblyId: AssemblyId, quotas: readonly Quota[]): Promise<void> {
  await db.delete(quota).where(eq(quota.assemblyId, assemblyId));
  if (quotas.length === 0) return;
  await db.insert(quota).values(
    quotas.map(({ minFlex, maxFlex, ...rest }, position) => ({
      ...rest,
      assemblyId,
      position,
      minFlex: minFlex ?? null,
      maxFlex: maxFlex ?? null,
    })),
  );
}
