import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { checkQuotas, inPoolSpelling, mostQuotas } from "~/app/domain/recruitment/check-quotas";
import type { Quota } from "~/app/domain/sortition/draw-request";
import { listQuotas, replaceQuotas } from "~/db/repositories/quota";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { poolCounts } from "../../kernel/recruit/pool-counts";
import { poolStillOpen } from "../../kernel/recruit/pool-still-open";
import { quotasMark } from "../../kernel/recruit/recruit-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";
import { dropKeptDraw } from "./keep-draw";
import { renewForecast } from "./renew-forecast";

export interface SaveQuotas extends FilledFrom {
  readonly assemblyId: AssemblyId;
  readonly quotas: readonly Quota[];
}

type Saved = { readonly saved: number } | { readonly refusals: readonly Refusal[] };

/**
 * The assembly's quotas are these from now on. Refuses as `authorise`, `poolStillOpen` and `checkSeen` do; answers everything that
 * `checkQuotas` finds wrong, each beside its field, and then saves nothing.
 */
export async function editQuotas(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, quotas, seen: filledFrom }: SaveQuotas,
): Promise<Result<Saved>> {
  const { app, actor } = caller;
  const seen = await authorise(app.stores.main, actor, { action: "quota.edit", assemblyId });
  if (!seen.ok) return seen;
  if (quotas.length > mostQuotas) return refuse("too-many-quotas", { most: mostQuotas });
  const pool = await poolCounts(app.stores.main, assemblyId);
  const spelled = pool ? inPoolSpelling(quotas, pool.features) : [...quotas];
  const refusals = checkQuotas(spelled, { seats: seen.value.assembly.seats, ...(pool && { pool: pool.features }) });
  if (refusals.length > 0) return accept({ refusals });
  return carryOut<Saved>(caller, { commandId, action: "quota.edit" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "quota.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const open = await poolStillOpen(tx, assemblyId);
    if (!open.ok) return open;
    const same = checkSeen(quotasMark(await listQuotas(tx, assemblyId)), filledFrom);
    if (!same.ok) return same;
    await replaceQuotas(tx, assemblyId, spelled);
    const wake = await renewForecast(tx, app, authorised.value.assembly);
    const data = { quotas: spelled.map(({ feature, value, min, max }) => [feature, value, min, max]) };
    return accept({
      value: { saved: spelled.length },
      journal: [
        { action: "quota.edit", assemblyId, subject: { kind: "assembly", id: assemblyId }, data },
        ...(await dropKeptDraw(tx, assemblyId)),
      ],
      wake,
    });
  });
}
