import { teamStream } from "~/app/domain/assembly/streams";
import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type DrawRunId, findDrawRun, updateDrawRun } from "~/db/repositories/draw";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

/**
 * Asks a draw that is under way to stop and to keep what it has found. Who asks again, or second, is answered as the first was: the
 * first stop is the one that counts. Refuses as `authorise` does, and `draw-over`.
 */
export async function stopDraw(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, runId }: { readonly assemblyId: AssemblyId; readonly runId: DrawRunId },
): Promise<Result<null>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  return carryOut(caller, { commandId, action: "draw.stop" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "draw.replace", assemblyId });
    if (!authorised.ok) return authorised;
    const run = await findDrawRun(tx, runId);
    if (run?.underWayIn !== assemblyId) return refuse("draw-over");
    if (run.stopAskedAt) return accept({ value: null, journal: [] });
    await updateDrawRun(tx, runId, { stopAskedAt: app.clock.now(), stopAskedBy: actor.personId });
    return accept({
      value: null,
      journal: [{ action: "draw.stop", assemblyId, subject: { kind: "draw-run", id: runId } }],
      moved: [{ stream: teamStream(assemblyId), what: "draw" }],
    });
  });
}
