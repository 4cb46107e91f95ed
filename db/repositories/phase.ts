import { asc, desc, eq, inArray } from "drizzle-orm";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { AssemblyId, PhaseId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { phase, phaseChange } from "../schema/assembly";

export type PhaseRow = typeof phase.$inferSelect;
export type PhaseChangeRow = typeof phaseChange.$inferSelect;

/** The itinerary: the phases of an assembly in their order. */
export async function listPhases(db: Main, assemblyId: AssemblyId): Promise<PhaseRow[]> {
  return db.select().from(phase).where(eq(phase.assemblyId, assemblyId)).orderBy(asc(phase.position));
}

/** Every change of phase, oldest first. */
export async function listPhaseChanges(db: Main, assemblyId: AssemblyId): Promise<PhaseChangeRow[]> {
  return db.select().from(phaseChange).where(eq(phaseChange.assemblyId, assemblyId)).orderBy(asc(phaseChange.ordinal));
}

export async function lastPhaseChange(db: Main, assemblyId: AssemblyId): Promise<PhaseChangeRow | undefined> {
  const [row] = await db
    .select()
    .from(phaseChange)
    .where(eq(phaseChange.assemblyId, assemblyId))
    .orderBy(desc(phaseChange.ordinal))
    .limit(1);
  return row;
}

/** The phases open now, by the last change. */
export async function openPhaseIds(db: Main, assemblyId: AssemblyId): Promise<readonly PhaseId[]> {
  return (await lastPhaseChange(db, assemblyId))?.to ?? [];
}

export async function openPhaseKinds(db: Main, assemblyId: AssemblyId): Promise<readonly PhaseKind[]> {
  const open = await openPhaseIds(db, assemblyId);
  if (open.length === 0) return [];
  const rows = await db
    .select({ kind: phase.kind })
    .from(phase)
    .where(inArray(phase.id, [...open]));
  return rows.map(({ kind }) => kind);
}

export async function insertPhase(db: Main, row: PhaseRow): Promise<void> {
  await db.insert(phase).values(row);
}

/** Append-only. */
export async function appendPhaseChange(db: Main, row: PhaseChangeRow): Promise<void> {
  await db.insert(phaseChange).values(row);
}

/** Other dates or another place in the order. */
export async function changePhase(
  db: Main,
  id: PhaseId,
  change: Partial<Pick<PhaseRow, "position" | "startsAt" | "endsAt">>,
): Promise<void> {
  await db.update(phase).set(change).where(eq(phase.id, id));
}

export async function deletePhase(db: Main, id: PhaseId): Promise<void> {
  await db.delete(phase).where(eq(phase.id, id));
}
