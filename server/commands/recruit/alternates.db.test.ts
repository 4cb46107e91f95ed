import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { csvStart } from "~/app/domain/kernel/csv";
import type { DrawId } from "~/app/domain/kernel/ids";
import { panelsOf } from "~/app/domain/recruitment/kept-lottery";
import { orderAlternates, requestFrom } from "~/app/domain/recruitment/plan-draw";
import { panelHolds } from "~/app/domain/recruitment/recheck-panel";
import { poolCandidatesAfter } from "~/db/repositories/candidate";
import { countDrawsOfKind, drawnCandidateIds, findDraw, lastDraw, lastSeatedDraw } from "~/db/repositories/draw";
import { findDrawDetail, findLottery } from "~/db/repositories/draw-detail";
import { listInvitations } from "~/db/repositories/invitation";
import { drawExport } from "../../queries/recruit/draw-export";
import { drawResult } from "../../queries/recruit/draw-result";
import { invitationsPage } from "../../queries/recruit/invitations-page";
import { buildDrawn, buildPool, drawNow } from "../../testing/build-recruitment";
import { type TestApp, testApp } from "../../testing/test-app";
import { takeDraws } from "./compute-draws";
import { deleteUndrawn } from "./delete-undrawn";
import { startDraw } from "./start-draw";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
const alternates = { what: "alternates", algorithm: "leximin", reason: "" } as const;

async function lastWhole(assemblyId: Parameters<typeof lastDraw>[1]) {
  const head = await lastDraw(world.app.stores.main, assemblyId);
  const draw = head && (await findDraw(world.app.stores.main, head.id));
  if (!draw) throw new Error("no draw");
  return draw;
}

async function readAll(pieces: AsyncGenerator<string>): Promise<string[]> {
  let text = "";
  for await (const piece of pieces) text += piece;
  expect(text.startsWith(csvStart)).toBe(true);
  return text.slice(1).trimEnd().split("\r\n");
}

describe("alternates", () => {
  it("are drawn beside the panel in an order of their own, and nobody is invited", async () => {
    const { organiser, assemblyId, invited } = await buildDrawn(world);
    const { main } = world.app.stores;
    await startDraw(organiser, world.commandId(), { ...alternates, assemblyId, count: 3 });
    await Promise.all(await takeDraws(world.app));
    const draw = await lastWhole(assemblyId);
    expect(draw).toMatchObject({ kind: "alternates", seats: 3, ordinal: 2 });
    const ids = await drawnCandidateIds(main, draw.id);
    expect(ids).toEqual(orderAlternates(ids, draw.seed));
    expect(panelHolds(requestFrom(draw.inputs), ids)).toBe(true);
    expect(ids.some((id) => invited.some(({ candidateId }) => candidateId === id))).toBe(false);
    expect(await listInvitations(main, assemblyId)).toHaveLength(invited.length);
    const page = await invitationsPage(organiser, { assemblyId });
    expect(page.ok && page.value.alternates?.people.map(({ id }) => id)).toEqual(ids);
    expect(await lastSeatedDraw(main, assemblyId)).toMatchObject({ kind: "first" });
    expect(await countDrawsOfKind(main, assemblyId, "alternates")).toBe(1);
  });

  it("are drawn as the panel was, unless another way is asked for", async () => {
    const { organiser, assemblyId } = await buildDrawn(world);
    const ask = (algorithm?: "nash") =>
      startDraw(organiser, world.commandId(), {
        assemblyId,
        what: "alternates",
        reason: "",
        count: 2,
        ...(algorithm && { algorithm }),
      });
    for (const algorithm of [undefined, "nash"] as const) {
      await ask(algorithm);
      await Promise.all(await takeDraws(world.app));
      expect(await lastWhole(assemblyId)).toMatchObject({ kind: "alternates", algorithm: algorithm ?? "quick" });
    }
  });

  it("are forgotten on screen when another panel is drawn, and then the first panel's invitations too", async () => {
    const built = await buildDrawn(world);
    const { organiser, assemblyId } = built;
    await startDraw(organiser, world.commandId(), { ...alternates, assemblyId, count: 2 });
    await Promise.all(await takeDraws(world.app));
    await drawNow(world, built, "panel");
    const page = await invitationsPage(organiser, { assemblyId });
    expect(page.ok && page.value.alternates).toBeNull();
    expect(await listInvitations(world.app.stores.main, assemblyId)).toHaveLength(6);
  });

  it("are refused before the panel, and in a number that cannot be", async () => {
    const { organiser, assemblyId } = await buildPool(world);
    const ask = (count: number) => startDraw(organiser, world.commandId(), { ...alternates, assemblyId, count });
    expect(codeOf(await ask(2))).toBe("not-drawn-yet");
    await startDraw(organiser, world.commandId(), { ...alternates, what: "panel", assemblyId });
    await Promise.all(await takeDraws(world.app));
    expect(codeOf(await ask(7))).toBe("alternates-out-of-range");
    expect(codeOf(await ask(0))).toBe("alternates-out-of-range");
  });
});

describe("what is kept of a draw", () => {
  it("is its lottery, everybody's count in it, and the counts of every two features", async () => {
    const { organiser, assemblyId } = await buildDrawn(world);
    const { main } = world.app.stores;
    const { id } = await lastWhole(assemblyId);
    const lottery = await findLottery(main, id);
    const panels = [...panelsOf({ ids: lottery?.people.ids ?? [], panels: lottery?.panels ?? "" })];
    expect(panels).toHaveLength(1000);
    const drawn = await drawnCandidateIds(main, id);
    expect(panels.some((panel) => [...panel].sort().join() === [...drawn].sort().join())).toBe(true);
    const page = await drawResult(organiser, { assemblyId, drawId: id, pair: 0 });
    if (!page.ok) throw new Error(page.refusal.code);
    const [first] = page.value.drawn;
    expect(first?.panels).toBe(panels.filter((panel) => panel.includes(first?.id ?? "")).length);
    expect(page.value.counts).toMatchObject({ pairs: [["age", "gender"]], pair: 0 });
    expect(page.value.counts?.rows.reduce((sum, row) => sum + row.pool, 0)).toBe(40);
    expect(page.value.record.lottery).toMatchObject({ size: 1000 });
  });

  it("goes with the undrawn volunteers, except for counts and fingerprints", async () => {
    const { organiser, assemblyId } = await buildDrawn(world);
    const { main } = world.app.stores;
    const { id } = await lastWhole(assemblyId);
    await deleteUndrawn(organiser, world.commandId(), { assemblyId });
    expect(await findLottery(main, id)).toBeUndefined();
    expect((await findDrawDetail(main, id))?.counts.intersections).not.toEqual([]);
    const page = await drawResult(organiser, { assemblyId, drawId: id, pair: 3 });
    expect(page.ok && page.value).toMatchObject({ hasLottery: false, counts: { pair: 0 } });
    expect(page.ok && page.value.record.lottery?.hash).toHaveLength(64);
    expect(codeOf(await drawExport(organiser, { assemblyId, drawId: id, table: "lottery" }))).toBe("undrawn-deleted");
  });
});

describe("the tables of a draw", () => {
  it("hold those selected, and those who remain without people at their addresses", async () => {
    const { organiser, assemblyId } = await buildDrawn(world);
    const { main } = world.app.stores;
    const { id } = await lastWhole(assemblyId);
    const read = async (table: "selected" | "remaining") => {
      const found = await drawExport(organiser, { assemblyId, drawId: id, table });
      if (!found.ok) throw new Error(found.refusal.code);
      return readAll(found.value.pieces);
    };
    const [selected, remaining] = [await read("selected"), await read("remaining")];
    const head = "id,first name last name,email,phone,street,gender,age";
    expect([selected[0], remaining[0], selected.length]).toEqual([head, head, 7]);
    const streets = new Set(selected.slice(1).map((row) => row.split(",")[4]));
    expect(remaining.slice(1).some((row) => streets.has(row.split(",")[4]))).toBe(false);
    const everyone = await poolCandidatesAfter(main, assemblyId, { after: null, limit: 500 });
    const mates = everyone.filter(({ household }) => streets.has(household[0]));
    expect(remaining).toHaveLength(1 + everyone.length - mates.length);
    expect(selected.slice(1).every((row) => row.split(",")[3]?.startsWith("'+33"))).toBe(true);
  });

  it("hold the lottery under random ids, for guarantors too, who get no names", async () => {
    const built = await buildDrawn(world);
    const { assemblyId } = built;
    const { id } = await lastWhole(assemblyId);
    const guarantor = await built.join("guarantor");
    const found = await drawExport(guarantor, { assemblyId, drawId: id, table: "lottery" });
    if (!found.ok) throw new Error(found.refusal.code);
    const rows = await readAll(found.value.pieces);
    expect(rows).toHaveLength(1001);
    expect(rows[0]).toBe("panel,member_1,member_2,member_3,member_4,member_5,member_6");
    expect(rows[1]).toMatch(/^000(,'?[A-Za-z0-9_-]{22}){6}$/);
    expect(codeOf(await drawExport(guarantor, { assemblyId, drawId: id, table: "selected" }))).toBe(
      "role-not-permitted",
    );
    const unknown = { assemblyId, drawId: "unknown" as DrawId, table: "lottery" } as const;
    expect(codeOf(await drawExport(guarantor, unknown))).toBe("not-found");
  });

  it("are read in parts, in the order of ids", async () => {
    const { assemblyId } = await buildPool(world);
    const { main } = world.app.stores;
    const all = await poolCandidatesAfter(main, assemblyId, { after: null, limit: 100 });
    const first = await poolCandidatesAfter(main, assemblyId, { after: null, limit: 25 });
    const rest = await poolCandidatesAfter(main, assemblyId, { after: first.at(-1)?.id ?? null, limit: 25 });
    expect([...first, ...rest].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(all).toHaveLength(40);
  });
});
