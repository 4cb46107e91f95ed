import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { lastDraw } from "~/db/repositories/draw";
import { deleteForecast, saveForecast } from "~/db/repositories/draw-forecast";
import { findPool } from "~/db/repositories/pool";
import { countQuotas } from "~/db/repositories/quota";
import type { App, Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { currentBasis } from "../../kernel/recruit/draw-situation";
import { importUnderWay } from "../../kernel/recruit/pool-still-open";

/**
 * Has the draw forecast for the volunteers, quotas and seats of this moment; part of every command that changes one of them.
 * Answers the jobs to wake. Without volunteers or quotas, and once a panel was drawn, there is nothing to forecast.
 */
export async function renewForecast(
  tx: Main,
  app: App,
  assembly: { readonly id: AssemblyId; readonly seats: number },
): Promise<readonly string[]> {
  const { id: assemblyId } = assembly;
  const nothing =
    !(await findPool(tx, assemblyId)) ||
    (await countQuotas(tx, assemblyId)) === 0 ||
    (await lastDraw(tx, assemblyId)) !== undefined;
  if (nothing) {
    await deleteForecast(tx, assemblyId);
    return [];
  }
  await saveForecast(tx, {
    assemblyId,
    basis: await currentBasis(app, tx, { assembly, kind: "first" }),
    state: "waiting",
    progress: null,
    outcome: null,
    leasedUntil: null,
    requestedAt: app.clock.now(),
  });
  return ["draw-forecast"];
}

/**
 * An organiser asks for the forecast again. Refuses as `authorise` does, `no-pool`, `no-quotas`, `import-under-way` and
 * `pool-already-drawn`.
 */
export async function requestForecast(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<null>> {
  return carryOut(caller, { commandId, action: "draw.forecast" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "quota.edit", assemblyId });
    if (!authorised.ok) return authorised;
    if (await lastDraw(tx, assemblyId)) return refuse("pool-already-drawn");
    if (await importUnderWay(tx, assemblyId)) return refuse("import-under-way");
    if (!(await findPool(tx, assemblyId))) return refuse("no-pool");
    if ((await countQuotas(tx, assemblyId)) === 0) return refuse("no-quotas");
    const wake = await renewForecast(tx, caller.app, authorised.value.assembly);
    const subject = { kind: "assembly", id: assemblyId };
    return accept({ value: null, journal: [{ action: "draw.forecast", assemblyId, subject }], wake });
  });
}
