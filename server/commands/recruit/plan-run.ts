import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type LotterySize, offeredAlgorithm } from "~/app/domain/recruitment/offered-algorithm";
import { type DrawPlan, planAlternates, planDraw, planReplacement } from "~/app/domain/recruitment/plan-draw";
import { type DrawAlgorithm, type DrawRequest, drawAlgorithms } from "~/app/domain/sortition/draw-request";
import type { Main } from "~/db/connect";
import { countDrawsOfKind, type DrawRunRow, drawRunUnderWay, lastSeatedDraw } from "~/db/repositories/draw";
import { findPool } from "~/db/repositories/pool";
import { listQuotas } from "~/db/repositories/quota";
import type { Authorised } from "../../kernel/authorise";
import { drawnBefore } from "../../kernel/recruit/draw-situation";
import { importUnderWay } from "../../kernel/recruit/pool-still-open";
import type { LoadedPool } from "./load-pool";

export interface StartDraw {
  readonly assemblyId: AssemblyId;
  /** A whole panel, people for the seats that became vacant, or alternates beside the panel. */
  readonly what: "panel" | "replacement" | "alternates";
  /** Left out: as the panel was drawn, or the fairest. */
  readonly algorithm?: DrawAlgorithm;
  /** Why it is drawn again; only a first draw needs none. */
  readonly reason: string;
  readonly lottery?: LotterySize;
  /** How many alternates. */
  readonly count?: number;
}

export interface PlannedRun {
  readonly request: DrawRequest;
  readonly kind: DrawRunRow["kind"];
  readonly reason: string | null;
}

interface ToPlan {
  readonly authorised: Authorised;
  readonly input: StartDraw;
  readonly pool: LoadedPool;
  readonly seed: string;
}

/** What is to be computed, if it may be now. Refuses what `startDraw` says. */
export async function planRun(tx: Main, { authorised, input, pool, seed }: ToPlan): Promise<Result<PlannedRun>> {
  const { assemblyId, lottery } = input;
  const ready = await readyToDraw(tx, assemblyId, pool);
  if (!ready.ok) return ready;
  const { people, quotas } = pool;
  const algorithm = input.algorithm ?? (await asBefore(tx, assemblyId));
  const { seats } = authorised.assembly;
  const whole = { people, quotas, seats, algorithm, seed, ...(lottery !== undefined && { lottery }) };
  switch (input.what) {
    case "panel":
      return planPanel(tx, whole, input);
    case "replacement": {
      const round = 1 + (await countDrawsOfKind(tx, assemblyId, "replacement"));
      const planned = planReplacement(whole, { drawnBefore: await drawnBefore(tx, assemblyId), round });
      if (!planned.ok) return planned;
      return accept({ request: planned.value.request, kind: "replacement", reason: input.reason.trim() || null });
    }
    case "alternates": {
      if (!(await lastSeatedDraw(tx, assemblyId))) return refuse("not-drawn-yet");
      const before = await drawnBefore(tx, assemblyId);
      const planned = planAlternates(whole, { drawnBefore: before, count: input.count ?? 0 });
      return planned.ok ? accept({ request: planned.value.request, kind: "alternates", reason: null }) : planned;
    }
  }
}

/** Seats are filled, and alternates drawn, as the panel was. */
async function asBefore(tx: Main, assemblyId: AssemblyId): Promise<DrawAlgorithm> {
  const seated = await lastSeatedDraw(tx, assemblyId);
  return drawAlgorithms.find((known) => known === seated?.algorithm) ?? offeredAlgorithm;
}

async function planPanel(tx: Main, whole: DrawPlan, { assemblyId, reason }: StartDraw): Promise<Result<PlannedRun>> {
  if (!(await lastSeatedDraw(tx, assemblyId))) {
    return accept({ request: planDraw(whole), kind: "first", reason: null });
  }
  const sent = (await drawnBefore(tx, assemblyId)).some(({ state }) => state !== "prepared");
  if (sent) return refuse("invitations-already-sent");
  if (reason.trim() === "") return refuse("draw-reason-missing", {}, "reason");
  return accept({ request: planDraw(whole), kind: "again", reason: reason.trim() });
}

async function readyToDraw(tx: Main, assemblyId: AssemblyId, loaded: LoadedPool): Promise<Result<undefined>> {
  if (await drawRunUnderWay(tx, assemblyId)) return refuse("draw-under-way");
  if (await importUnderWay(tx, assemblyId)) return refuse("import-under-way");
  const pool = await findPool(tx, assemblyId);
  if (!pool) return refuse("no-pool");
  if (pool.undrawnDeletedAt) return refuse("undrawn-deleted");
  const quotas = await listQuotas(tx, assemblyId);
  if (quotas.length === 0) return refuse("no-quotas");
  const same = pool.importBatch === loaded.importBatch && canonicalJson(quotas) === canonicalJson(loaded.quotas);
  return same ? accept(undefined) : refuse("changed-meanwhile");
}
