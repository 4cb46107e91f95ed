import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { ComputedResult } from "~/app/domain/recruitment/kept-lottery";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { Main } from "~/db/connect";
import type { DrawRunRow } from "~/db/repositories/draw";
import { deleteKeptDraw, insertKeptDraw } from "~/db/repositories/kept-draw";
import type { App } from "../../context";
import type { JournalNote } from "../../kernel/carry-out";
import { partsOf } from "./save-draw";

interface ToKeep {
  readonly run: DrawRunRow;
  readonly request: DrawRequest;
  readonly result: ComputedResult;
  readonly isWhole: boolean;
}

/** Keeps what a stopped draw had found, its panel too, without drawing anybody. Answers what the journal says of it. */
export async function keepDraw(
  tx: Main,
  app: App,
  { run, request, result, isWhole }: ToKeep,
): Promise<Readonly<Record<string, unknown>>> {
  const { drawnIds, ...parts } = partsOf(request, result);
  const { id: runId, assemblyId, inputs } = run;
  await insertKeptDraw(tx, {
    ...parts,
    runId,
    assemblyId,
    isWhole,
    inputs,
    drawn: [...drawnIds],
    keptAt: app.clock.now(),
  });
  const { lottery, proof, panels } = parts.report;
  const { hash = null, least = null, leftOut = null } = lottery ?? {};
  return { isWhole, lotteryHash: hash, least, leftOut, panels, bound: proof.bound };
}

/** Part of every command after which what is kept could not be drawn from any more. Answers the journal's note, if anything was kept. */
export async function dropKeptDraw(tx: Main, assemblyId: AssemblyId): Promise<JournalNote[]> {
  const runId = await deleteKeptDraw(tx, assemblyId);
  if (!runId) return [];
  return [{ action: "draw.drop-kept", assemblyId, subject: { kind: "draw-run", id: runId } }];
}
