import { permits } from "~/app/domain/assembly/permits";
import { type AssemblyId, type DrawId, knownId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { DrawCounts, DrawPeople } from "~/app/domain/recruitment/draw-detail";
import type { DrawRecord } from "~/app/domain/recruitment/draw-record";
import { type ProvenSoFar, provenSoFar } from "~/app/domain/recruitment/proven-so-far";
import { drawAlgorithms } from "~/app/domain/sortition/draw-request";
import type { IntersectionRow } from "~/app/domain/sortition/report-draw";
import type { Main } from "~/db/connect";
import { findCandidates } from "~/db/repositories/candidate";
import { type DrawRow, drawnCandidateIds, findDraw, listDraws } from "~/db/repositories/draw";
import { findDrawDetail } from "~/db/repositories/draw-detail";
import { listInvitations } from "~/db/repositories/invitation";
import { findPerson } from "~/db/repositories/person";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { type DrawSummary, summaryOf } from "./draw-page";

const MOST_NAMED = 200;

/** Somebody by name for organisers, by a random id for others. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string | null;
}

export interface DrawnPerson extends NamedPerson {
  readonly features: readonly string[];
  /** The person's own chance, and in how many panels of the lottery they are; null once that is deleted. */
  readonly chance: number | null;
  readonly panels: number | null;
}

export interface DrawResultPage extends DrawSummary {
  readonly seats: number;
  readonly seed: string;
  readonly inputsHash: string;
  /** The list it was drawn from has been deleted; only its fingerprint is left. */
  readonly inputsDeleted: boolean;
  readonly record: DrawRecord;
  /** The calculation was stopped before its end: by whom and when, and what is certain of its list all the same. */
  readonly stopped: StoppedDraw | null;
  readonly drawn: readonly DrawnPerson[];
  /** People whom no valid panel contains, and people with a blank in their address. */
  readonly unreachable: readonly NamedPerson[];
  readonly addressUnknown: readonly NamedPerson[];
  readonly counts: CountsOfPage | null;
  /** The lottery can be downloaded. */
  readonly hasLottery: boolean;
  /** It is the last draw that gave seats, and nobody was invited: it may be made again. */
  readonly mayBeRepeated: boolean;
}

export interface StoppedDraw {
  readonly byName: string | null;
  readonly atMs: number;
  readonly proven: ProvenSoFar | null;
}

export interface CountsOfPage {
  readonly steps: DrawCounts["steps"];
  /** Every two features, and the counts of the two that were asked for. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly pair: number;
  readonly rows: readonly IntersectionRow[];
}

export interface AskedResult {
  readonly assemblyId: AssemblyId;
  readonly drawId: DrawId;
  /** Which two features are crossed, by their place among all pairs. */
  readonly pair: number;
}

/** One draw as it was made. Refuses as `authorise` does, and `not-found`. */
export async function drawResult(
  { app, actor }: Caller,
  { assemblyId, drawId, pair }: AskedResult,
): Promise<Result<DrawResultPage>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "draw.see", assemblyId });
  if (!authorised.ok) return authorised;
  const draw = await findDraw(main, drawId);
  if (draw?.assemblyId !== assemblyId) return refuse("not-found");
  const record = draw.report;
  const detail = await findDrawDetail(main, drawId);
  const people = detail?.people;
  const isNamed = permits(actor, "assembly.edit", authorised.value.scope).ok;
  const draws = await listDraws(main, assemblyId);
  const seated = draws.findLast(({ kind }) => kind !== "alternates");
  const nobodyInvited = (await listInvitations(main, assemblyId)).every(({ state }) => state === "prepared");
  return accept({
    ...summaryOf(draw),
    seats: draw.seats,
    seed: draw.seed,
    inputsHash: draw.inputsHash,
    inputsDeleted: draw.inputs === "",
    record,
    stopped: await stoppedDraw(main, draw, record),
    drawn: await drawnPeople(main, { drawId, record, people, isNamed }),
    unreachable: await named(main, people?.unreachableIds ?? [], isNamed),
    addressUnknown: await named(main, people?.addressUnknownIds ?? [], isNamed),
    counts: detail ? countsOf(detail.counts, pair) : null,
    hasLottery: record.lottery !== undefined && people !== undefined,
    mayBeRepeated: seated?.id === drawId && seated.kind !== "replacement" && nobodyInvited,
  });
}

async function stoppedDraw(
  main: Main,
  { stoppedAt, stoppedBy, algorithm }: DrawRow,
  record: DrawRecord,
): Promise<StoppedDraw | null> {
  if (!stoppedAt) return null;
  const person = stoppedBy ? await findPerson(main, stoppedBy) : undefined;
  const known = drawAlgorithms.find((one) => one === algorithm) ?? "quick";
  return { byName: person?.name ?? null, atMs: stoppedAt.getTime(), proven: provenSoFar(record, known) };
}

interface ToName {
  readonly drawId: DrawId;
  readonly record: DrawRecord;
  readonly people: DrawPeople | undefined;
  readonly isNamed: boolean;
}

async function drawnPeople(main: Main, { drawId, record, people, isNamed }: ToName): Promise<DrawnPerson[]> {
  const features = [...new Set(record.values.map(({ feature }) => feature))];
  const ids = await drawnCandidateIds(main, drawId);
  const rows = new Map((await findCandidates(main, ids)).map((person) => [person.id, person]));
  const placeOf = new Map((people?.ids ?? []).map((id, at) => [id, at]));
  return ids.map((id) => {
    const place = placeOf.get(id);
    return {
      id,
      name: isNamed ? (rows.get(id)?.name ?? null) : null,
      features: features.map((feature) => rows.get(id)?.features[feature] ?? ""),
      chance: place === undefined ? null : (people?.chances[place] ?? null),
      panels: place === undefined ? null : (people?.counts[place] ?? null),
    };
  });
}

async function named(main: Main, ids: readonly string[], isNamed: boolean): Promise<NamedPerson[]> {
  const shown = ids.slice(0, MOST_NAMED);
  if (!isNamed) return shown.map((id) => ({ id, name: null }));
  const rows = new Map(
    (await findCandidates(main, shown.map(knownId<"candidate">))).map((row) => [String(row.id), row.name]),
  );
  return shown
    .map((id) => ({ id, name: rows.get(id) ?? null }))
    .sort((a, b) => (a.name ?? "").localeCompare(b.name ?? "", "fr"));
}

function countsOf({ intersections, steps }: DrawCounts, asked: number): CountsOfPage {
  const keyed = new Map(intersections.map(({ features }) => [JSON.stringify(features), features]));
  const pairs = [...keyed.values()];
  const pair = Number.isInteger(asked) && asked >= 0 && asked < pairs.length ? asked : 0;
  const key = JSON.stringify(pairs[pair] ?? []);
  return { steps, pairs, pair, rows: intersections.filter(({ features }) => JSON.stringify(features) === key) };
}
