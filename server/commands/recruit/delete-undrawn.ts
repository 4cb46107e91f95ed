import { system } from "~/app/domain/assembly/actor";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { deleteSomeUndrawn } from "~/db/repositories/candidate";
import { drawRunUnderWay, emptyDrawInputs, lastDraw } from "~/db/repositories/draw";
import { emptyDrawDetails } from "~/db/repositories/draw-detail";
import { findPool, poolsDueForDeletion, setUndrawnDeletion } from "~/db/repositories/pool";
import type { App, Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { letOthersWork } from "../../kernel/recruit/let-others-work";
import { dropKeptDraw } from "./keep-draw";

const AT_ONCE = 500;

/**
 * Deletes the volunteers whom no draw has drawn, now: their rows, and what the draws were computed from. Those drawn, the counts of
 * the draws and their fingerprints stay; nobody can be drawn as a replacement any more. From the command's commit on the pool counts
 * as deleted; the rows go right after, in parts, and again by the job should the server stop in between.
 * Refuses as `authorise` does, `no-pool`, `not-drawn-yet`, `draw-under-way`, `undrawn-deleted`.
 */
export async function deleteUndrawn(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<null>> {
  const { app, actor } = caller;
  const done = await carryOut(caller, { commandId, action: "pool.delete" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "pool.delete", assemblyId });
    if (!authorised.ok) return authorised;
    const pool = await findPool(tx, assemblyId);
    if (!pool) return refuse("no-pool");
    if (!(await lastDraw(tx, assemblyId))) return refuse("not-drawn-yet");
    if (await drawRunUnderWay(tx, assemblyId)) return refuse("draw-under-way");
    if (pool.undrawnDeletedAt) return refuse("undrawn-deleted");
    const now = app.clock.now();
    await emptyDrawInputs(tx, assemblyId);
    await emptyDrawDetails(tx, assemblyId);
    await setUndrawnDeletion(tx, assemblyId, {
      undrawnDeletedAt: now,
      ...(pool.deleteUndrawnAt === null && { deleteUndrawnAt: now }),
    });
    const subject = { kind: "pool", id: assemblyId };
    const dropped = await dropKeptDraw(tx, assemblyId);
    return accept({ value: null, journal: [{ action: "pool.delete", assemblyId, subject, data: {} }, ...dropped] });
  });
  if (done.ok) await removeUndrawn(app, assemblyId);
  return done;
}

async function removeUndrawn(app: App, assemblyId: AssemblyId): Promise<void> {
  while ((await deleteSomeUndrawn(app.stores.main, assemblyId, AT_ONCE)) > 0) await letOthersWork();
}

type DuePool = Awaited<ReturnType<typeof poolsDueForDeletion>>[number];

/** The pools whose undrawn volunteers are to go by now, and those of which a stopped server may have left some. */
export async function undrawnToDelete({ stores, clock }: App): Promise<DuePool[]> {
  const now = clock.now();
  return poolsDueForDeletion(stores.main, { now, since: new Date(now.getTime() - DAY_MS) });
}

/** Deletes them, or what is left of them; whoever deleted them first did it. Throws when it may not be done now (a draw is under way). */
export async function deleteDueUndrawn(app: App, { assemblyId, undrawnDeletedAt }: DuePool): Promise<void> {
  if (undrawnDeletedAt) return removeUndrawn(app, assemblyId);
  const deleted = await deleteUndrawn({ app, actor: system }, null, { assemblyId });
  if (deleted.ok || deleted.refusal.code === "undrawn-deleted") return;
  throw new Error(`volunteers not deleted: ${deleted.refusal.code}`);
}
