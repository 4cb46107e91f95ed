import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { panelsOf } from "~/app/domain/recruitment/kept-lottery";
import { requestFrom } from "~/app/domain/recruitment/plan-draw";
import { panelHolds } from "~/app/domain/recruitment/recheck-panel";
import { drawnPlace } from "~/app/domain/sortition/drawn-place";
import { somePoolQuotas } from "~/app/domain/testing/recruitment";
import {
  drawnCandidateIds,
  drawRunUnderWay,
  findDraw,
  lastDraw,
  lastDrawRun,
  listDraws,
  updateDrawRun,
} from "~/db/repositories/draw";
import { findLottery } from "~/db/repositories/draw-detail";
import { listInvitations } from "~/db/repositories/invitation";
import { listJournal } from "~/db/repositories/journal";
import { findKeptDraw } from "~/db/repositories/kept-draw";
import { drawCheckFile } from "../../queries/recruit/draw-check-file";
import { drawPage } from "../../queries/recruit/draw-page";
import { drawResult } from "../../queries/recruit/draw-result";
import { checkFile } from "../../solver/check-command";
import type { BuiltAssembly } from "../../testing/build-assembly";
import { value } from "../../testing/build-live";
import { buildDrawn, buildPool, importPool } from "../../testing/build-recruitment";
import { type Order, type Reach, startAndStopDraw } from "../../testing/stopped-draw";
import { type TestApp, testApp } from "../../testing/test-app";
import { takeDraws } from "./compute-draws";
import { deleteUndrawn } from "./delete-undrawn";
import { drawWithKept } from "./draw-with-kept";
import { editQuotas } from "./edit-quotas";
import { recordAnswer } from "./record-answer";
import { startDraw } from "./start-draw";
import { stopDraw } from "./stop-draw";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const main = () => world.app.stores.main;
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
const panel = { what: "panel", algorithm: "leximin", reason: "" } as const;

const startAndStop = (built: BuiltAssembly, reach: Reach, order?: Order) =>
  startAndStopDraw(world, built, { reach, ...(order && { order }) });
const troubleOn = async (built: BuiltAssembly) => value(await drawPage(built.organiser, built)).trouble;
const actions = async (assemblyId: AssemblyId) =>
  (await listJournal(main(), { assemblyId, limit: 100, offset: 0 })).map(({ action }) => action);
const use = (built: BuiltAssembly, runId: Awaited<ReturnType<typeof startAndStop>>) =>
  drawWithKept(built.organiser, world.commandId(), { assemblyId: built.assemblyId, runId });

describe("a draw that was stopped", () => {
  it("keeps what it had found, draws nobody, and says what is proven of it", async () => {
    const built = await buildPool(world, { people: 60, seats: 6 });
    await startAndStop(built, "herd");
    expect(await lastDraw(main(), built.assemblyId)).toBeUndefined();
    expect(await listInvitations(main(), built.assemblyId)).toEqual([]);
    const trouble = await troubleOn(built);
    expect(trouble).toMatchObject({
      state: "stopped",
      stopped: { byName: "Claire Fontaine", atMs: world.clock.now().getTime(), kept: { isWhole: false, size: 1000 } },
    });
    const proven = trouble?.stopped?.kept?.proven;
    expect(proven?.bound).toBeGreaterThan(0.05);
    expect(proven?.reached).toBeLessThanOrEqual(proven?.bound ?? 0);
    expect(await actions(built.assemblyId)).toEqual(expect.arrayContaining(["draw.stop", "draw.stopped"]));
  });

  it("does not tell whom it would draw", async () => {
    const built = await buildPool(world, { people: 60, seats: 6 });
    await startAndStop(built, "herd");
    const page = JSON.stringify(value(await drawPage(built.organiser, built)));
    expect(page).not.toMatch(/"(drawn|drawnIds|ids|place|seed)"/);
  });

  it("has nothing to keep before its first panel, and says so", async () => {
    const built = await buildPool(world);
    await startAndStop(built, "start");
    expect(await troubleOn(built)).toMatchObject({ state: "stopped", stopped: { kept: null, isUnanswered: false } });
    expect(await findKeptDraw(main(), built.assemblyId)).toBeUndefined();
  });

  it("and had come to its end at that moment draws nobody either: the whole result is kept", async () => {
    const built = await buildPool(world);
    const runId = await startAndStop(built, "end");
    expect(await lastDraw(main(), built.assemblyId)).toBeUndefined();
    expect((await troubleOn(built))?.stopped?.kept).toMatchObject({ isWhole: true, proven: { gap: 0 } });
    const { drawId } = value(await use(built, runId));
    expect(await findDraw(main(), drawId)).toMatchObject({ stoppedAt: null, stoppedBy: null });
  });

  it.each<[string, Parameters<typeof updateDrawRun>[2]]>([
    ["told how far it was", { progress: { step: "panels", done: 5, of: 10 } }],
    ["begun, and told nothing yet", { leasedUntil: new Date(0) }],
  ])("whose server was killed after it had %s is not begun again: it had no time to keep anything", async (_, left) => {
    const built = await buildPool(world);
    const { assemblyId, organiser } = built;
    const { runId } = value(await startDraw(organiser, world.commandId(), { ...panel, assemblyId }));
    value(await stopDraw(organiser, world.commandId(), { assemblyId, runId }));
    await updateDrawRun(main(), runId, left);
    const start = (): never => {
      throw new Error("begun again");
    };
    await Promise.all(await takeDraws({ ...world.app, draws: { ...world.app.draws, start } }));
    expect(await troubleOn(built)).toMatchObject({ state: "stopped", stopped: { kept: null, isUnanswered: true } });
    expect(await drawRunUnderWay(main(), assemblyId)).toBeUndefined();
  });

  it("was stopped by the first of two who asked, once; the second is answered alike", async () => {
    const built = await buildPool(world);
    const { assemblyId, organiser } = built;
    const other = await built.join("organiser", "Une seconde");
    const { runId } = value(await startDraw(organiser, world.commandId(), { ...panel, assemblyId }));
    const twice = world.commandId();
    const first = world.clock.now();
    expect(await stopDraw(organiser, twice, { assemblyId, runId })).toMatchObject({ ok: true });
    world.clock.advance(5_000);
    expect(await stopDraw(other, world.commandId(), { assemblyId, runId })).toMatchObject({ ok: true });
    expect(await stopDraw(organiser, twice, { assemblyId, runId })).toMatchObject({ ok: true });
    await Promise.all(await takeDraws(world.app));
    expect((await lastDrawRun(main(), assemblyId))?.stopAskedAt).toEqual(first);
    expect((await troubleOn(built))?.stopped?.byName).toBe("Claire Fontaine");
    expect((await actions(assemblyId)).filter((action) => action === "draw.stop")).toHaveLength(1);
    expect(codeOf(await stopDraw(other, world.commandId(), { assemblyId, runId }))).toBe("draw-over");
  });
});

/** The request, the panels of the list and who was drawn, read back from what is kept of a draw. */
async function checked(assemblyId: AssemblyId) {
  const head = await lastDraw(main(), assemblyId);
  const draw = head && (await findDraw(main(), head.id));
  const lottery = draw && (await findLottery(main(), draw.id));
  if (!draw || !lottery) throw new Error("no draw");
  const panels = [...panelsOf({ ids: lottery.people.ids, panels: lottery.panels })];
  return { draw, request: requestFrom(draw.inputs), panels, drawn: await drawnCandidateIds(main(), draw.id) };
}

describe("drawing with what was kept", () => {
  it("takes the panel that the seed names in the list, every panel of which meets every rule", async () => {
    const built = await buildPool(world, { people: 60, seats: 6 });
    const runId = await startAndStop(built, "herd");
    value(await use(built, runId));
    const { draw, request, panels, drawn } = await checked(built.assemblyId);
    expect(panels).toHaveLength(1000);
    expect(panels.every((one) => panelHolds(request, one))).toBe(true);
    expect([...drawn].sort()).toEqual([...(panels[drawnPlace(draw.seed, 1000)] ?? [])].sort());
    expect(draw.report.lottery?.place).toBe(drawnPlace(draw.seed, 1000));
    expect(await listInvitations(main(), built.assemblyId)).toHaveLength(6);
    expect(await findKeptDraw(main(), built.assemblyId)).toBeUndefined();
    expect(await troubleOn(built)).toBe(null);
  });

  it("is refused while it is no fair draw: the first panels are known to whoever knows the quotas", async () => {
    const built = await buildPool(world, { people: 60, seats: 6 });
    const runId = await startAndStop(built, "first");
    expect((await troubleOn(built))?.stopped?.kept?.proven).toMatchObject({ isFair: false });
    expect(codeOf(await use(built, runId))).toBe("kept-draw-unfair");
    expect(await listDraws(main(), built.assemblyId)).toEqual([]);
  });

  it("says for good that the calculation was stopped, when and by whom, and counts the chances in the list", async () => {
    const built = await buildPool(world, { people: 60, seats: 6 });
    const at = world.clock.now().getTime();
    const runId = await startAndStop(built, "herd");
    world.clock.advance(3_600_000);
    const { drawId } = value(await use(built, runId));
    const guarantor = await built.join("guarantor");
    const page = value(await drawResult(guarantor, { assemblyId: built.assemblyId, drawId, pair: 0 }));
    expect(page.stopped).toMatchObject({ byName: "Claire Fontaine", atMs: at });
    const { panels, request } = await checked(built.assemblyId);
    const fewest = Math.min(...request.people.map(({ id }) => panels.filter((one) => one.includes(id)).length));
    expect(page.stopped?.proven?.reached).toBe(fewest / 1000);
  });

  it("holds when it is checked on another machine, with the remark that it was stopped", async () => {
    const built = await buildPool(world, { people: 60, seats: 6 });
    const { drawId } = value(await use(built, await startAndStop(built, "herd")));
    const guarantor = await built.join("guarantor");
    const { pieces } = value(await drawCheckFile(guarantor, { assemblyId: built.assemblyId, drawId }));
    const parts: string[] = [];
    for await (const piece of pieces) parts.push(piece);
    const path = join(mkdtempSync(join(tmpdir(), "check-")), "draw.json");
    writeFileSync(path, parts.join(""));
    const stopped = { at: world.clock.now().toISOString(), by: "Claire Fontaine" };
    expect(checkFile(path)).toMatchObject({
      code: 0,
      answer: { status: "holds", panels: 1000, remarks: [{ code: "calculation-stopped", data: stopped }] },
    });
    expect(parts.join("")).not.toMatch(/First|Last|example\.org/);
    writeFileSync(path, parts.join("").replace(/min\\":\d/, 'min\\":5'));
    expect(checkFile(path)).toMatchObject({ code: 3, answer: { status: "does-not-hold" } });
  });

  it("happens once when two use it at the same moment, or one clicks twice", async () => {
    const built = await buildPool(world);
    const { assemblyId, organiser } = built;
    const runId = await startAndStop(built, "end");
    const other = await built.join("organiser", "Une seconde");
    const commandId = world.commandId();
    const both = await Promise.all([
      drawWithKept(organiser, commandId, { assemblyId, runId }),
      drawWithKept(other, world.commandId(), { assemblyId, runId }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listDraws(main(), assemblyId)).toHaveLength(1);
    if (both[0]?.ok) expect(await drawWithKept(organiser, commandId, { assemblyId, runId })).toEqual(both[0]);
    expect(codeOf(await use(built, runId))).toBe("kept-draw-gone");
  });

  it("is for whoever may draw: organisers, in recruitment, of this assembly", async () => {
    const built = await buildPool(world);
    const runId = await startAndStop(built, "end");
    const stranger = await buildPool(world);
    const asked = { assemblyId: built.assemblyId, runId };
    const guarantor = await built.join("guarantor");
    expect(codeOf(await drawWithKept(guarantor, world.commandId(), asked))).toBe("role-not-permitted");
    expect(codeOf(await drawWithKept(stranger.organiser, world.commandId(), asked))).toBe("assembly-unknown");
    const mixed = { assemblyId: stranger.assemblyId, runId };
    expect(codeOf(await drawWithKept(stranger.organiser, world.commandId(), mixed))).toBe("kept-draw-gone");
    await built.open("learning");
    expect(codeOf(await use(built, runId))).toBe("phase-not-open");
  });

  it("fills vacant seats too, and not once somebody else has answered since", async () => {
    const built = await buildDrawn(world, { people: 60, seats: 6 });
    const { assemblyId, organiser, invited } = built;
    const decline = async (at: number) => {
      const invitationId = invited[at]?.id ?? ("" as never);
      value(
        await recordAnswer(organiser, world.commandId(), {
          assemblyId,
          invitationId,
          answer: "declined",
          namePublic: false,
        }),
      );
    };
    await decline(0);
    const order = { what: "replacement", reason: "" } as const;
    const first = await startAndStop(built, "end", { ...order, algorithm: "leximin" });
    await decline(1);
    expect(codeOf(await use(built, first))).toBe("kept-draw-outdated");
    const second = await startAndStop(built, "end", { ...order, algorithm: "leximin" });
    value(await use(built, second));
    expect((await listDraws(main(), assemblyId)).at(-1)).toMatchObject({ kind: "replacement" });
  });

  it("gives alternates as well", async () => {
    const built = await buildDrawn(world, { people: 60, seats: 6 });
    const order = { what: "alternates", algorithm: "leximin", reason: "", count: 3 } as const;
    value(await use(built, await startAndStop(built, "end", order)));
    expect((await listDraws(main(), built.assemblyId)).at(-1)).toMatchObject({ kind: "alternates", seats: 3 });
  });
});

describe("what was kept goes", () => {
  const isKept = async ({ assemblyId }: BuiltAssembly) => (await findKeptDraw(main(), assemblyId)) !== undefined;

  it.each<[string, (built: BuiltAssembly) => Promise<unknown>]>([
    ["a new draw is asked for", (built) => startDraw(built.organiser, world.commandId(), { ...panel, ...built })],
    ["volunteers are imported", (built) => importPool(world, built, { people: 50 })],
    [
      "quotas change",
      ({ organiser, assemblyId }) => {
        const quotas = somePoolQuotas(6).map((quota, at) => (at === 0 ? { ...quota, max: quota.max + 1 } : quota));
        return editQuotas(organiser, world.commandId(), { assemblyId, quotas });
      },
    ],
  ])("when %s, and the journal says so", async (_, change) => {
    const built = await buildPool(world);
    await startAndStop(built, "end");
    expect(await isKept(built)).toBe(true);
    await change(built);
    expect(await isKept(built)).toBe(false);
    expect(await actions(built.assemblyId)).toContain("draw.drop-kept");
  });

  it("with the volunteers who were not drawn", async () => {
    const built = await buildDrawn(world, { people: 60, seats: 6 });
    await startAndStop(built, "end", { what: "alternates", algorithm: "leximin", reason: "", count: 3 });
    expect(await isKept(built)).toBe(true);
    value(await deleteUndrawn(built.organiser, world.commandId(), built));
    expect(await isKept(built)).toBe(false);
  });
});
