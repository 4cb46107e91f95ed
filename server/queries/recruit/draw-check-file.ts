import type { AssemblyId, DrawId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { CheckableDraw } from "~/app/domain/recruitment/check-draw";
import { panelsOf } from "~/app/domain/recruitment/kept-lottery";
import { drawnCandidateIds, findDraw } from "~/db/repositories/draw";
import { findLottery } from "~/db/repositories/draw-detail";
import { findPerson } from "~/db/repositories/person";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { letOthersWork } from "../../kernel/recruit/let-others-work";
import type { DrawExport } from "./draw-export";

const AT_ONCE = 250;

/**
 * A draw as `npm run draw -- --check FILE` takes it: JSON with the recorded inputs, every panel and who was drawn, under random ids. For
 * whoever may see the draw. Refuses as `authorise` does, `not-found` (also for draws of the first days, which do not say their place),
 * and `undrawn-deleted`.
 */
export async function drawCheckFile(
  { app, actor }: Caller,
  { assemblyId, drawId }: { readonly assemblyId: AssemblyId; readonly drawId: DrawId },
): Promise<Result<DrawExport>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "draw.see", assemblyId });
  if (!authorised.ok) return authorised;
  const draw = await findDraw(main, drawId);
  if (draw?.assemblyId !== assemblyId) return refuse("not-found");
  if (draw.inputs === "") return refuse("undrawn-deleted");
  const { lottery } = draw.report;
  const kept = await findLottery(main, drawId);
  if (!kept?.panels || lottery?.place === undefined || lottery.least === undefined) return refuse("not-found");
  const { ids, unreachableIds } = kept.people;
  const { ordinal, kind, at, inputs, inputsHash, stoppedAt, stoppedBy } = draw;
  const { size, hash, place, least, leftOut = 0 } = lottery;
  const by = stoppedBy ? ((await findPerson(main, stoppedBy))?.name ?? null) : null;
  const about: Omit<CheckableDraw, "panels"> = {
    format: "hemicycle-draw-1",
    ordinal,
    kind,
    at: at.toISOString(),
    stopped: stoppedAt ? { at: stoppedAt.toISOString(), by } : null,
    inputs,
    inputsHash,
    lottery: { size, hash, place, least, leftOut },
    unreachableIds,
    drawnIds: await drawnCandidateIds(main, drawId),
  };
  const fileName = `draw-${authorised.value.assembly.slug}-${ordinal}.json`;
  return accept({ fileName, pieces: pieces(about, panelsOf({ ids, panels: kept.panels })) });
}

/** The panels last, some at a time, so that a long list holds nobody up. */
async function* pieces(about: object, panels: Iterable<readonly string[]>): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},"panels":[\n`;
  let lines: string[] = [];
  let isFirst = true;
  for (const panel of panels) {
    lines.push(`${isFirst ? "" : ",\n"}${JSON.stringify(panel)}`);
    isFirst = false;
    if (lines.length < AT_ONCE) continue;
    yield lines.join("");
    lines = [];
    await letOthersWork();
  }
  yield `${lines.join("")}\n]}\n`;
}
