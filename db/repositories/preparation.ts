import { count, eq } from "drizzle-orm";
import type { AssemblyId, PhaseId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { learningTask, material } from "../schema/learning";
import { draw } from "../schema/recruitment";

/** How many draws were made: once there is one, the number of seats stands. */
export async function countDraws(db: Main, assemblyId: AssemblyId): Promise<number> {
  const [row] = await db.select({ draws: count() }).from(draw).where(eq(draw.assemblyId, assemblyId));
  return row?.draws ?? 0;
}

/** Whether materials or tasks hang on a phase, removed ones included: they name it. */
export async function phaseHasLearning(db: Main, phaseId: PhaseId): Promise<boolean> {
  const [read] = await db.select({ id: material.id }).from(material).where(eq(material.phaseId, phaseId)).limit(1);
  if (read) return true;
  const [task] = await db
    .select({ id: learningTask.id })
    .from(learningTask)
    .where(eq(learningTask.phaseId, phaseId))
    .limit(1);
  return task !== undefined;
}
