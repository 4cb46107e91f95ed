import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import type { AssemblyId, MaterialId, ParticipationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";
import { material, materialDone } from "../schema/learning";

export type MaterialRow = typeof material.$inferSelect;

/** The materials of an assembly that were not removed, in the order of their positions. */
export async function listMaterials(db: Main, assemblyId: AssemblyId): Promise<MaterialRow[]> {
  return db
    .select()
    .from(material)
    .where(and(eq(material.assemblyId, assemblyId), isNull(material.removedAt)))
    .orderBy(asc(material.position), asc(material.id));
}

/** A material of this assembly; nothing when it was removed or is another assembly's. */
export async function findMaterial(
  db: Main,
  { assemblyId, materialId }: { readonly assemblyId: AssemblyId; readonly materialId: MaterialId },
): Promise<MaterialRow | undefined> {
  const [row] = await db
    .select()
    .from(material)
    .where(and(eq(material.id, materialId), eq(material.assemblyId, assemblyId), isNull(material.removedAt)));
  return row;
}

export async function insertMaterial(db: Main, row: MaterialRow): Promise<void> {
  await db.insert(material).values(row);
}

export async function changeMaterial(
  db: Main,
  id: MaterialId,
  change: Partial<Omit<MaterialRow, "id" | "assemblyId" | "createdAt">>,
): Promise<void> {
  await db.update(material).set(change).where(eq(material.id, id));
}

/** The materials that somebody marked as read. */
export async function listMaterialsDone(db: Main, participationId: ParticipationId): Promise<MaterialId[]> {
  const rows = await db
    .select({ id: materialDone.materialId })
    .from(materialDone)
    .where(eq(materialDone.participationId, participationId));
  return rows.map(({ id }) => id);
}

export interface MaterialMark {
  readonly materialId: MaterialId;
  readonly participationId: ParticipationId;
}

/** Marking twice is marking once. */
export async function saveMaterialMark(db: Main, mark: MaterialMark, doneAt: Date): Promise<void> {
  await db
    .insert(materialDone)
    .values({ ...mark, doneAt })
    .onConflictDoNothing();
}

export async function deleteMaterialMark(db: Main, { materialId, participationId }: MaterialMark): Promise<void> {
  await db
    .delete(materialDone)
    .where(and(eq(materialDone.materialId, materialId), eq(materialDone.participationId, participationId)));
}

/** How many active members marked each of these materials; those nobody marked are left out. */
export async function countMaterialsDone(db: Main, ids: readonly MaterialId[]): Promise<Map<MaterialId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: materialDone.materialId, done: count() })
    .from(materialDone)
    .innerJoin(participation, eq(participation.id, materialDone.participationId))
    .where(
      and(
        inArray(materialDone.materialId, [...ids]),
        eq(participation.role, "member"),
        eq(participation.state, "active"),
      ),
    )
    .groupBy(materialDone.materialId);
  return new Map(rows.map(({ id, done }) => [id, done]));
}
