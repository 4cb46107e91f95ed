import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { lastDraw } from "~/db/repositories/draw";
import { findPool, setUndrawnDeletion } from "~/db/repositories/pool";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

/**
 * Names the moment from which the volunteers who were not drawn are deleted. Refuses as `authorise` does, `no-pool`, `not-drawn-yet`,
 * `undrawn-deleted`, `deadline-past`.
 */
export async function planUndrawnDeletion(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, atMs }: { readonly assemblyId: AssemblyId; readonly atMs: number },
): Promise<Result<null>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: "pool.plan-deletion" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "pool.delete", assemblyId });
    if (!authorised.ok) return authorised;
    const pool = await findPool(tx, assemblyId);
    if (!pool) return refuse("no-pool");
    if (!(await lastDraw(tx, assemblyId))) return refuse("not-drawn-yet");
    if (pool.undrawnDeletedAt) return refuse("undrawn-deleted");
    if (atMs <= app.clock.now().getTime()) return refuse("deadline-past", {}, "deleteAt");
    const at = new Date(atMs);
    await setUndrawnDeletion(tx, assemblyId, { deleteUndrawnAt: at });
    const subject = { kind: "pool", id: assemblyId };
    return accept({
      value: null,
      journal: [{ action: "pool.plan-deletion", assemblyId, subject, data: { at: at.toISOString() } }],
    });
  });
}
