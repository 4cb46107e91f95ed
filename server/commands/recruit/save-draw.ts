import { type DrawId, knownId, newId, type PersonId } from "~/app/domain/kernel/ids";
import { type DrawCounts, type DrawPeople, detailOf } from "~/app/domain/recruitment/draw-detail";
import { type DrawRecord, recordDraw } from "~/app/domain/recruitment/draw-record";
import { isVacant } from "~/app/domain/recruitment/invitation";
import type { ComputedResult } from "~/app/domain/recruitment/kept-lottery";
import { orderAlternates } from "~/app/domain/recruitment/plan-draw";
import { panelHolds } from "~/app/domain/recruitment/recheck-panel";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { Main } from "~/db/connect";
import { type DrawRunHead, insertDraw, lastDraw, lastSeatedDraw } from "~/db/repositories/draw";
import { insertDrawDetail } from "~/db/repositories/draw-detail";
import { deleteForecast } from "~/db/repositories/draw-forecast";
import { deletePreparedInvitations, listInvitations, updateInvitations } from "~/db/repositories/invitation";
import type { App } from "../../context";
import type { JournalNote } from "../../kernel/carry-out";
import { prepareInvitations } from "./prepare-invitations";

/** A result as it is written down. */
export interface DrawParts {
  readonly drawnIds: readonly string[];
  readonly report: DrawRecord;
  readonly counts: DrawCounts;
  readonly people: DrawPeople;
  readonly panels: string;
}

export function partsOf(request: DrawRequest, result: ComputedResult): DrawParts {
  const kept = new Set(request.confirmedIds ?? []).size;
  const { counts, people, panels } = detailOf(result);
  return {
    drawnIds: result.drawnIds,
    report: recordDraw(result, { people: request.people.length, kept }),
    counts,
    people,
    panels,
  };
}

interface ToSave {
  readonly run: DrawRunHead;
  /** The text of the request, as it was recorded before the calculation. */
  readonly inputs: string;
  readonly request: DrawRequest;
  readonly parts: DrawParts;
  readonly by: PersonId;
  /** Who stopped the calculation, when it did not come to its end. */
  readonly stopped: { readonly by: PersonId; readonly at: Date } | null;
}

/** Writes down a draw: its record, who was drawn, and their invitations. Throws when the panel does not meet its request. */
export async function saveDraw(tx: Main, app: App, toSave: ToSave): Promise<DrawId> {
  const { run, inputs, request, parts, by, stopped } = toSave;
  const { drawnIds, report, counts, people, panels } = parts;
  if (!panelHolds(request, drawnIds)) throw new Error(`run ${run.id}: the panel does not meet its request`);
  const { assemblyId, kind, algorithm, seed, seats, inputsHash, reason } = run;
  const before = await lastDraw(tx, assemblyId);
  const seated = await lastSeatedDraw(tx, assemblyId);
  const staying = new Set(request.confirmedIds ?? []);
  const fresh = drawnIds.filter((id) => !staying.has(id));
  const drawn = (kind === "alternates" ? orderAlternates(fresh, seed) : fresh).map(knownId<"candidate">);
  const drawId = newId<"draw">(app.random);
  const ordinal = (before?.ordinal ?? 0) + 1;
  const about = { assemblyId, ordinal, kind, algorithm, seed, seats, inputs, inputsHash, report, reason };
  const end = { stoppedBy: stopped?.by ?? null, stoppedAt: stopped?.at ?? null };
  await insertDraw(tx, { ...about, ...end, id: drawId, by, at: app.clock.now() }, drawn);
  await deleteForecast(tx, assemblyId);
  await insertDrawDetail(tx, { drawId, counts, people, panels });
  if (kind === "alternates") return drawId;
  if (kind === "again" && seated) await deletePreparedInvitations(tx, seated.id);
  if (kind === "replacement") await markReplaced(tx, { run, request, drawId });
  await prepareInvitations(tx, app, { assemblyId, drawId, candidateIds: drawn });
  return drawId;
}

/** Seats that were vacant when the draw was planned are given away now; others that became vacant since wait for the next. */
async function markReplaced(
  tx: Main,
  { run, request, drawId }: Pick<ToSave, "run" | "request"> & { drawId: DrawId },
): Promise<void> {
  const excluded = new Set<string>(request.excludedIds ?? []);
  const vacant = (await listInvitations(tx, run.assemblyId)).filter(
    ({ candidateId, state, replacedBy }) =>
      excluded.has(candidateId) && isVacant({ state, deadlineMs: null, replaced: replacedBy !== null }),
  );
  await updateInvitations(
    tx,
    vacant.map(({ id }) => id),
    { replacedBy: drawId },
  );
}

/** What the journal says of a draw that was made. */
export async function drawnNote(
  tx: Main,
  run: DrawRunHead,
  { action, drawId }: { readonly action: string; readonly drawId: DrawId },
): Promise<JournalNote> {
  const draw = await lastDraw(tx, run.assemblyId);
  const { kind, algorithm, seed, seats, inputsHash, reason } = run;
  const data = { kind, algorithm, seed, seats, inputsHash, ordinal: draw?.ordinal ?? 0, reason };
  return { action, assemblyId: run.assemblyId, subject: { kind: "draw", id: drawId }, data };
}
