import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Quota } from "~/app/domain/sortition/draw-request";
import { listQuotas } from "~/db/repositories/quota";
import { authorise } from "../../commands/kernel/authorise";
import { poolStillOpen } from "../../commands/recruit/pool-still-open";
import type { Caller } from "../../context";
import { poolCounts } from "./pool-counts";

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
  readonly open: boolean;
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
  return accept({ seats: authorised.value.assembly.seats, people: counts?.people ?? 0, lines, open });
}
