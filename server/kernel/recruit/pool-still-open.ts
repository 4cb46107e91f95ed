import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accepted, type Result, refuse } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { drawRunUnderWay, lastDraw } from "~/db/repositories/draw";
import { lastImportBatch } from "~/db/repositories/pool";

/** Whether pool and quotas may still change. Refuses `pool-already-drawn`, `draw-under-way` and `import-under-way`. */
export async function poolStillOpen(
  db: Main,
  assemblyId: AssemblyId,
): Promise<Result<undefined, "pool-already-drawn" | "draw-under-way" | "import-under-way">> {
  if (await lastDraw(db, assemblyId)) return refuse("pool-already-drawn");
  if (await drawRunUnderWay(db, assemblyId)) return refuse("draw-under-way");
  return (await importUnderWay(db, assemblyId)) ? refuse("import-under-way") : accepted;
}

export async function importUnderWay(db: Main, assemblyId: AssemblyId): Promise<boolean> {
  return (await lastImportBatch(db, assemblyId))?.state === "writing";
}
