import { eq, inArray } from "drizzle-orm";
import type { AssemblyId, DrawId } from "~/app/domain/kernel/ids";
import type { DrawPeople } from "~/app/domain/recruitment/draw-detail";
import type { Main } from "../connect";
import { draw, drawDetail } from "../schema/recruitment";

export type DrawDetailRow = typeof drawDetail.$inferSelect;

export async function insertDrawDetail(db: Main, row: DrawDetailRow): Promise<void> {
  await db.insert(drawDetail).values(row);
}

/** Counts and people of a draw, without its thousand panels; the people until they are forgotten. */
export async function findDrawDetail(
  db: Main,
  drawId: DrawId,
): Promise<{ readonly counts: DrawDetailRow["counts"]; readonly people: DrawPeople | undefined } | undefined> {
  const [row] = await db
    .select({ counts: drawDetail.counts, people: drawDetail.people })
    .from(drawDetail)
    .where(eq(drawDetail.drawId, drawId));
  return row && { counts: row.counts, people: row.people === "" ? undefined : row.people };
}

/** The panels of a draw's lottery and the people they speak of; nothing once they are forgotten. */
export async function findLottery(
  db: Main,
  drawId: DrawId,
): Promise<{ readonly panels: string; readonly people: DrawPeople } | undefined> {
  const [row] = await db
    .select({ panels: drawDetail.panels, people: drawDetail.people })
    .from(drawDetail)
    .where(eq(drawDetail.drawId, drawId));
  return row && row.people !== "" ? { panels: row.panels, people: row.people } : undefined;
}

/** Forgets who was in the pools of the assembly's draws; counts stay. */
export async function emptyDrawDetails(db: Main, assemblyId: AssemblyId): Promise<void> {
  const own = db.select({ id: draw.id }).from(draw).where(eq(draw.assemblyId, assemblyId));
  await db.update(drawDetail).set({ people: "", panels: "" }).where(inArray(drawDetail.drawId, own));
}
