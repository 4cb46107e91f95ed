import { csvRows, csvStart } from "~/app/domain/kernel/csv";
import type { AssemblyId, CandidateId, DrawId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { DrawPeople } from "~/app/domain/recruitment/draw-detail";
import { panelsOf } from "~/app/domain/recruitment/kept-lottery";
import { householdKey } from "~/app/domain/sortition/household-key";
import type { Main } from "~/db/connect";
import { type CandidateRow, findCandidates, poolCandidatesAfter } from "~/db/repositories/candidate";
import { drawnCandidateIds, findDraw, listDraws } from "~/db/repositories/draw";
import { findLottery } from "~/db/repositories/draw-detail";
import { findPool, type PoolRow } from "~/db/repositories/pool";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { letOthersWork } from "../../kernel/recruit/let-others-work";

export const drawTables = ["selected", "remaining", "lottery"] as const;
export type DrawTable = (typeof drawTables)[number];

const AT_ONCE = 250;

export interface DrawExport {
  readonly fileName: string;
  /** The file piece by piece, so that a long one holds nobody up. */
  readonly pieces: AsyncGenerator<string>;
}

export interface AskedExport {
  readonly assemblyId: AssemblyId;
  readonly drawId: DrawId;
  readonly table: DrawTable;
}

/**
 * A table of a draw as CSV: those selected or those who remain (with names: for organisers), or the lottery (random ids: for whoever
 * may see the draw). Refuses as `authorise` does, `not-found`, and `undrawn-deleted` for what went with the undrawn volunteers.
 */
export async function drawExport({ app, actor }: Caller, asked: AskedExport): Promise<Result<DrawExport>> {
  const { main } = app.stores;
  const { assemblyId, drawId, table } = asked;
  const action = table === "lottery" ? "draw.see" : "assembly.edit";
  const authorised = await authorise(main, actor, { action, assemblyId });
  if (!authorised.ok) return authorised;
  const draw = await findDraw(main, drawId);
  const pool = await findPool(main, assemblyId);
  if (draw?.assemblyId !== assemblyId || !pool) return refuse("not-found");
  const fileName = `${table}-${authorised.value.assembly.slug}-${draw.ordinal}.csv`;
  if (table === "selected") return accept({ fileName, pieces: selected(main, pool, drawId) });
  if (draw.inputs === "") return refuse("undrawn-deleted");
  if (table === "remaining") return accept({ fileName, pieces: remaining(main, pool, drawId) });
  const lottery = await findLottery(main, drawId);
  if (!lottery?.panels) return refuse("not-found");
  return accept({ fileName, pieces: lotteryTable(lottery) });
}

function headOf({ columns: { id, name, email, phone, household, features } }: PoolRow): string[] {
  return [
    id ?? "id",
    name.join(" "),
    ...(email === null ? [] : [email]),
    ...(phone === null ? [] : [phone]),
    ...household,
    ...features,
  ];
}

function rowOf({ columns: { email, phone, household, features } }: PoolRow, person: CandidateRow): string[] {
  return [
    person.importId,
    person.name,
    ...(email === null ? [] : [person.email ?? ""]),
    ...(phone === null ? [] : [person.phone ?? ""]),
    ...household.map((_, at) => person.household[at] ?? ""),
    ...features.map((feature) => person.features[feature] ?? ""),
  ];
}

async function* selected(main: Main, pool: PoolRow, drawId: DrawId): AsyncGenerator<string> {
  const ids = await drawnCandidateIds(main, drawId);
  const people = new Map((await findCandidates(main, ids)).map((row) => [row.id, row]));
  yield csvStart + csvRows([headOf(pool), ...ids.flatMap((id) => people.get(id) ?? []).map((one) => rowOf(pool, one))]);
}

/** Whom no draw has drawn and who does not live with somebody selected by this one. */
async function* remaining(main: Main, pool: PoolRow, drawId: DrawId): AsyncGenerator<string> {
  const drawn = new Set<string>();
  for (const { id } of await listDraws(main, pool.assemblyId)) {
    for (const one of await drawnCandidateIds(main, id)) drawn.add(one);
  }
  const own = await findCandidates(main, await drawnCandidateIds(main, drawId));
  const homes = new Set(own.flatMap(({ household }) => householdKey(household) ?? []));
  yield csvStart + csvRows([headOf(pool)]);
  let after: CandidateId | null = null;
  for (;;) {
    const rows: CandidateRow[] = await poolCandidatesAfter(main, pool.assemblyId, { after, limit: AT_ONCE });
    const kept = rows.filter(({ id, household }) => {
      const home = householdKey(household);
      return !drawn.has(id) && (home === undefined || !homes.has(home));
    });
    yield csvRows(kept.map((one) => rowOf(pool, one)));
    after = rows.at(-1)?.id ?? null;
    if (rows.length < AT_ONCE || after === null) return;
    await letOthersWork();
  }
}

/** One panel a line: its number, then the random ids of its people. */
async function* lotteryTable({
  people: { ids },
  panels,
}: {
  people: DrawPeople;
  panels: string;
}): AsyncGenerator<string> {
  let number = 0;
  let rows: string[][] = [];
  for (const panel of panelsOf({ ids, panels })) {
    if (number === 0) yield csvStart + csvRows([["panel", ...panel.map((_, at) => `member_${at + 1}`)]]);
    rows.push([String(number).padStart(3, "0"), ...panel]);
    number++;
    if (rows.length < AT_ONCE) continue;
    yield csvRows(rows);
    rows = [];
    await letOthersWork();
  }
  yield csvRows(rows);
}
