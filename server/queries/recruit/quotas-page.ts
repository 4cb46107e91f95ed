import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Quota } from "~/app/domain/sortition/draw-request";
import type { QuotaChange } from "~/app/domain/sortition/propose-relaxations";
import { listQuotas } from "~/db/repositories/quota";
import { listRelaxations } from "~/db/repositories/quota-relaxation";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { poolCounts } from "../../kernel/recruit/pool-counts";
import { poolStillOpen } from "../../kernel/recruit/pool-still-open";
import { quotasMark } from "../../kernel/recruit/recruit-marks";
import { type ForecastView, forecastView } from "./forecast-view";

/** One line of the form: a value of the pool, of the quotas, or of both. */
export interface QuotaLine {
  readonly feature: string;
  readonly value: string;
  readonly people: number;
  readonly quota: Pick<Quota, "min" | "max" | "minFlex" | "maxFlex"> | null;
}

export interface QuotasPage {
  readonly seats: number;
  readonly people: number;
  readonly lines: readonly QuotaLine[];
  /** Goes back with the quotas that are saved over these. */
  readonly mark: string;
  readonly open: boolean;
  readonly forecast: ForecastView;
  /** Proposals that were applied, the first one first. */
  readonly relaxations: readonly AppliedRelaxation[];
}

export interface AppliedRelaxation {
  readonly id: string;
  readonly atMs: number;
  readonly by: string | null;
  readonly proposal: number;
  /** Whether a draw that could not be made had proposed it, or the look ahead. */
  readonly from: "draw" | "forecast";
  readonly changes: readonly QuotaChange[];
}

/** Every value of the pool's features with its quota; quotas first in their order. Refuses as `authorise` does. */
export async function quotasPage(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<QuotasPage>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "assembly.edit", assemblyId });
  if (!authorised.ok) return authorised;
  const counts = await poolCounts(main, assemblyId);
  const quotas = await listQuotas(main, assemblyId);
  const features = [
    ...new Set([...quotas.map(({ feature }) => feature), ...(counts?.features ?? []).map((one) => one.feature)]),
  ];
  const lines = features.flatMap((feature): QuotaLine[] => {
    const inPool = counts?.features.find((one) => one.feature === feature)?.values ?? [];
    const own = quotas.filter((quota) => quota.feature === feature);
    const values = [...new Set([...own.map(({ value }) => value), ...inPool.map(({ value }) => value)])];
    return values.map((value) => ({
      feature,
      value,
      people: inPool.find((one) => one.value === value)?.people ?? 0,
      quota: own.find((quota) => quota.value === value) ?? null,
    }));
  });
  const { ok: open } = await poolStillOpen(main, assemblyId);
  const { assembly } = authorised.value;
  return accept({
    seats: assembly.seats,
    people: counts?.people ?? 0,
    lines,
    mark: quotasMark(quotas),
    open,
    forecast: open ? await forecastView(app, assembly) : { state: "none" },
    relaxations: (await listRelaxations(main, assemblyId)).map(({ id, at, name, proposal, runId, changes }) => ({
      id,
      atMs: at.getTime(),
      by: name,
      proposal,
      from: runId === null ? "forecast" : "draw",
      changes,
    })),
  });
}
