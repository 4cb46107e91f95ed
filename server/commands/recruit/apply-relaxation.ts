import { type AssemblyId, type CommandId, newId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { impossibleOf } from "~/app/domain/recruitment/run-outcome";
import { type Relaxation, relaxQuotas } from "~/app/domain/sortition/propose-relaxations";
import type { Main } from "~/db/connect";
import { type DrawRunHead, type DrawRunId, drawRunUnderWay, findDrawRun } from "~/db/repositories/draw";
import { findForecast } from "~/db/repositories/draw-forecast";
import { listQuotas, replaceQuotas } from "~/db/repositories/quota";
import { insertRelaxation } from "~/db/repositories/quota-relaxation";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { currentBasis } from "../../kernel/recruit/draw-situation";
import { importUnderWay } from "../../kernel/recruit/pool-still-open";
import { dropKeptDraw } from "./keep-draw";
import { renewForecast } from "./renew-forecast";

export interface ApplyRelaxation {
  readonly assemblyId: AssemblyId;
  /** The draw that could not be made, or "forecast". */
  readonly source: DrawRunId | "forecast";
  /** The situation it was shown for. */
  readonly basis: string;
  /** The place of the proposal among those offered, from 1. */
  readonly proposal: number;
}

/**
 * Changes the quotas as one proposal says, so that the draw becomes possible; nobody is drawn by it. A proposal counts for the seats,
 * volunteers, quotas and answers it was computed for: after any change it is refused with `proposal-outdated`, so that of two who
 * apply at once one does. Refuses as `authorise` does, `draw-under-way`, `import-under-way` and `not-found`.
 */
export async function applyRelaxation(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, source, basis, proposal }: ApplyRelaxation,
): Promise<Result<{ readonly seats: number }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  return carryOut(caller, { commandId, action: "quota.relax" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "quota.relax", assemblyId });
    if (!authorised.ok) return authorised;
    const { assembly } = authorised.value;
    if (await drawRunUnderWay(tx, assemblyId)) return refuse("draw-under-way");
    if (await importUnderWay(tx, assemblyId)) return refuse("import-under-way");
    const offered = await findOffer(tx, assemblyId, source);
    // A forecast gives way to the next: what was shown of the one before is no longer there.
    if (source === "forecast" && offered?.basis !== basis) return refuse("proposal-outdated");
    const relaxation = offered?.relaxations[proposal - 1];
    if (!offered || !relaxation) return refuse("not-found");
    const now = await currentBasis(app, tx, { assembly, kind: offered.kind });
    if (now !== offered.basis || now !== basis) return refuse("proposal-outdated");
    await replaceQuotas(tx, assemblyId, relaxQuotas(await listQuotas(tx, assemblyId), relaxation));
    const runId = source === "forecast" ? null : source;
    const changes = [...relaxation.changes];
    const id = newId<"quota-relaxation">(app.random);
    await insertRelaxation(tx, { id, assemblyId, runId, proposal, changes, by: actor.personId, at: app.clock.now() });
    const wake = await renewForecast(tx, app, assembly);
    const data = {
      source,
      proposal,
      changes: changes.map((one) => [one.feature, one.value, one.bound, one.from, one.to]),
    };
    return accept({
      value: { seats: relaxation.seats },
      journal: [
        { action: "quota.relax", assemblyId, subject: { kind: "quota-relaxation", id }, data },
        ...(await dropKeptDraw(tx, assemblyId)),
      ],
      wake,
    });
  });
}

interface Offer {
  readonly kind: DrawRunHead["kind"];
  readonly basis: string | null;
  readonly relaxations: readonly Relaxation[];
}

async function findOffer(
  tx: Main,
  assemblyId: AssemblyId,
  source: ApplyRelaxation["source"],
): Promise<Offer | undefined> {
  if (source === "forecast") {
    const row = await findForecast(tx, assemblyId);
    const forecast = row?.outcome;
    if (!row || forecast?.status !== "infeasible") return undefined;
    return { kind: "first", basis: row.basis, relaxations: forecast.impossible.relaxations };
  }
  const run = await findDrawRun(tx, source);
  if (run?.assemblyId !== assemblyId || run.state !== "impossible") return undefined;
  const impossible = impossibleOf(run.outcome);
  return impossible && { kind: run.kind, basis: run.basis, relaxations: impossible.relaxations };
}
