import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type DrawRunId, findDrawRun, updateDrawRun } from "~/db/repositories/draw";
import type { Caller } from "../../context";
import { authorise } from "../kernel/authorise";
import { carryOut } from "../kernel/carry-out";

/** Asks a draw that is under way to stop; it does so within a second. Refuses as `authorise` does, and `draw-over`. */
export async function stopDraw(
  caller: Caller,
  commandId: string | null,
  { assemblyId, runId }: { readonly assemblyId: AssemblyId; readonly runId: DrawRunId },
): Promise<Result<null>> {
  return carryOut(caller, { commandId, action: "draw.stop" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "draw.replace", assemblyId });
    if (!authorised.ok) return authorised;
    const run = await findDrawRun(tx, runId);
    if (run?.underWayIn !== assemblyId) return refuse("draw-over");
    await updateDrawRun(tx, runId, { stopAskedAt: caller.app.clock.now() });
    return accept({
      value: null,
      journal: [{ action: "draw.stop", assemblyId, subject: { kind: "draw-run", id: runId } }],
    });
  });
}
