import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requestFrom } from "~/app/domain/recruitment/plan-draw";
import type { Quota } from "~/app/domain/sortition/draw-request";
import { someSettings } from "~/app/domain/testing/assembly";
import { somePoolQuotas } from "~/app/domain/testing/recruitment";
import { type DrawRunId, drawRunsToCompute, findWholeRun, lastDraw, lastDrawRun } from "~/db/repositories/draw";
import { findForecast } from "~/db/repositories/draw-forecast";
import { listJournal } from "~/db/repositories/journal";
import { listQuotas } from "~/db/repositories/quota";
import { listRelaxations } from "~/db/repositories/quota-relaxation";
import { drawPage } from "../../queries/recruit/draw-page";
import { invitationsPage } from "../../queries/recruit/invitations-page";
import { quotasPage } from "../../queries/recruit/quotas-page";
import type { BuiltAssembly } from "../../testing/build-assembly";
import { buildDrawn, buildPool, drawNow, importPool } from "../../testing/build-recruitment";
import { type TestApp, testApp } from "../../testing/test-app";
import { editSettings } from "../prepare/edit-settings";
import { applyRelaxation } from "./apply-relaxation";
import { takeDraws } from "./compute-draws";
import { takeForecasts } from "./compute-forecasts";
import { editQuotas } from "./edit-quotas";
import { recordAnswer } from "./record-answer";
import { requestForecast } from "./renew-forecast";
import { settleDraw } from "./settle-draw";
import { startDraw } from "./start-draw";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
const panel = { what: "panel", algorithm: "leximin", reason: "" } as const;
const forecastNow = async () => void (await Promise.all(await takeForecasts(world.app)));

/** One man, and four or more of the older: among twelve volunteers only two women are older. */
const clashing: Quota[] = somePoolQuotas(6).map((quota): Quota => {
  if (quota.value === "man") return { ...quota, min: 1, max: 1 };
  if (quota.value === "woman") return { ...quota, min: 4, max: 6 };
  return quota.value === "60+" ? { ...quota, min: 4, max: 6 } : { ...quota, max: 6 };
});

async function quotasAre(built: BuiltAssembly, quotas: readonly Quota[]): Promise<void> {
  const saved = await editQuotas(built.organiser, world.commandId(), { assemblyId: built.assemblyId, quotas });
  expect(saved).toMatchObject({ ok: true, value: { saved: quotas.length } });
}

async function buildClash(): Promise<BuiltAssembly & { readonly runId: DrawRunId; readonly basis: string }> {
  const built = await buildPool(world, { people: 12, seats: 6 });
  await quotasAre(built, clashing);
  const started = await startDraw(built.organiser, world.commandId(), { ...panel, assemblyId: built.assemblyId });
  await Promise.all(await takeDraws(world.app));
  const runId = runOf(started.ok ? started.value.runId : undefined);
  const basis = runOf((await lastDrawRun(world.app.stores.main, built.assemblyId))?.basis ?? undefined);
  return { ...built, runId, basis };
}

function runOf<Id>(id: Id | undefined): Id {
  if (id === undefined) throw new Error("no run");
  return id;
}

describe("a proposal that makes an impossible draw possible", () => {
  it("changes the quotas, is told to guarantors and beside the quotas, and the draw is possible", async () => {
    const { organiser, assemblyId, runId, basis } = await buildClash();
    const { main } = world.app.stores;
    const before = await drawPage(organiser, { assemblyId });
    const trouble = before.ok ? before.value.trouble : null;
    expect(trouble).toMatchObject({ state: "impossible", source: runId, kind: "first" });
    expect(trouble?.clash.length).toBeGreaterThan(1);
    const [least] = trouble?.relaxations ?? [];
    const applied = await applyRelaxation(organiser, world.commandId(), {
      assemblyId,
      source: runId,
      basis,
      proposal: 1,
    });
    expect(applied).toEqual({ ok: true, value: { seats: least?.seats } });
    const quotas = await listQuotas(main, assemblyId);
    for (const { feature, value, bound, to } of least?.changes ?? []) {
      expect(quotas.find((quota) => quota.feature === feature && quota.value === value)?.[bound]).toBe(to);
    }
    const after = await quotasPage(organiser, { assemblyId });
    expect(after.ok && after.value.relaxations).toMatchObject([{ from: "draw", proposal: 1, changes: least?.changes }]);
    const journal = await listJournal(main, { assemblyId, limit: 50, offset: 0 });
    expect(journal.filter(({ action }) => action === "quota.relax")).toMatchObject([
      { subjectKind: "quota-relaxation" },
    ]);
    const now = await drawPage(organiser, { assemblyId });
    expect(now.ok && now.value.trouble).toBeNull();
    await startDraw(organiser, world.commandId(), { ...panel, assemblyId });
    await Promise.all(await takeDraws(world.app));
    expect(await lastDraw(main, assemblyId)).toMatchObject({ kind: "first" });
  });

  it("is applied once when the request is repeated", async () => {
    const { organiser, assemblyId, runId, basis } = await buildClash();
    const commandId = world.commandId();
    const order = { assemblyId, source: runId, basis, proposal: 1 };
    const first = await applyRelaxation(organiser, commandId, order);
    expect(await applyRelaxation(organiser, commandId, order)).toEqual(first);
    expect(await listRelaxations(world.app.stores.main, assemblyId)).toHaveLength(1);
  });

  it("is applied by one of two organisers who ask at the same moment, and the other is told", async () => {
    const built = await buildClash();
    const { assemblyId, runId, basis } = built;
    const other = await built.join("organiser");
    const asked = await Promise.all(
      [built.organiser, other].map((one, at) =>
        applyRelaxation(one, world.commandId(), { assemblyId, source: runId, basis, proposal: at + 1 }),
      ),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(asked.map(codeOf)).toContain("proposal-outdated");
    expect(await listRelaxations(world.app.stores.main, assemblyId)).toHaveLength(1);
  });

  it("is refused once the quotas, or the volunteers, are others", async () => {
    const built = await buildClash();
    const { organiser, assemblyId, runId, basis } = built;
    const quotas = await listQuotas(world.app.stores.main, assemblyId);
    const order = { assemblyId, source: runId, basis, proposal: 1 };
    await quotasAre(
      built,
      quotas.map((quota) => (quota.value === "60+" ? { ...quota, min: 3 } : quota)),
    );
    expect(codeOf(await applyRelaxation(organiser, world.commandId(), order))).toBe("proposal-outdated");
    await quotasAre(built, quotas);
    await importPool(world, built, { people: 12 });
    expect(codeOf(await applyRelaxation(organiser, world.commandId(), order))).toBe("proposal-outdated");
    expect(await listRelaxations(world.app.stores.main, assemblyId)).toHaveLength(0);
  });

  it("is an organiser's to apply, and only what was offered in their own assembly", async () => {
    const built = await buildClash();
    const { assemblyId, runId, basis } = built;
    const guarantor = await built.join("guarantor");
    const order = { assemblyId, source: runId, basis, proposal: 1 };
    expect(codeOf(await applyRelaxation(guarantor, world.commandId(), order))).toBe("role-not-permitted");
    const stranger = await buildPool(world, { people: 12, seats: 6 });
    const foreign = { ...order, assemblyId: stranger.assemblyId };
    expect(codeOf(await applyRelaxation(stranger.organiser, world.commandId(), foreign))).toBe("not-found");
    const unoffered = { ...order, proposal: 9 };
    expect(codeOf(await applyRelaxation(built.organiser, world.commandId(), unoffered))).toBe("not-found");
  });
});

describe("the forecast of a draw", () => {
  it("is asked for by whatever changes the quotas, kept, and not computed again for the same", async () => {
    const { organiser, assemblyId } = await buildPool(world);
    const waiting = await drawPage(organiser, { assemblyId });
    expect(waiting.ok && waiting.value.forecast.state).toBe("waiting");
    await forecastNow();
    const known = await drawPage(organiser, { assemblyId });
    expect(known.ok && known.value.forecast).toMatchObject({ state: "possible", rare: { count: 0 } });
    expect(await takeForecasts(world.app)).toHaveLength(0);
  });

  it("names what each tight quota costs, and nobody's name to a guarantor", async () => {
    const built = await buildPool(world);
    const { organiser, assemblyId } = built;
    await quotasAre(
      built,
      somePoolQuotas(6).map((quota) => (quota.value === "woman" ? { ...quota, min: 2, max: 2 } : { ...quota, max: 6 })),
    );
    await forecastNow();
    const page = await drawPage(organiser, { assemblyId });
    if (!page.ok || page.value.forecast.state !== "possible") throw new Error("no forecast");
    const { minimum, equal, prices } = page.value.forecast;
    expect([minimum, equal]).toEqual([expect.closeTo(2 / 20, 6), 6 / 40]);
    expect(prices[0]).toMatchObject({ value: "woman", bound: "max", seats: 2 });
    expect(prices[0]?.gain).toBeCloseTo(1 / 20, 6);
    const guarantor = await drawPage(await built.join("guarantor"), { assemblyId });
    expect(guarantor.ok && guarantor.value.forecast.state).toBe("none");
  });

  it("is forgotten when volunteers or quotas change, also while it is computed", async () => {
    const built = await buildPool(world);
    const { organiser, assemblyId } = built;
    const computing = await takeForecasts(world.app);
    await quotasAre(
      built,
      somePoolQuotas(6).map((quota) => ({ ...quota, max: 6 })),
    );
    await Promise.all(computing);
    expect(await findForecast(world.app.stores.main, assemblyId)).toMatchObject({ state: "waiting", outcome: null });
    await forecastNow();
    expect(await findForecast(world.app.stores.main, assemblyId)).toMatchObject({ state: "done" });
    await importPool(world, built, { people: 30 });
    const page = await drawPage(organiser, { assemblyId });
    expect(page.ok && page.value.forecast.state).toBe("waiting");
  });

  it("tells everything that is wrong at once after the number of seats has changed", async () => {
    const { organiser, assemblyId } = await buildPool(world, { people: 40, seats: 6 });
    await forecastNow();
    const settings = { ...someSettings({ seats: 60, groupSize: 6 }), assemblyId };
    expect(await editSettings(organiser, world.commandId(), settings)).toMatchObject({ ok: true });
    await forecastNow();
    const page = await drawPage(organiser, { assemblyId });
    if (!page.ok || page.value.forecast.state !== "trouble") throw new Error("no trouble ahead");
    expect(page.value.forecast.trouble.reasons.map(({ code }) => code)).toEqual([
      "more-seats-than-people",
      "maxima-under-seats",
      "maxima-under-seats",
    ]);
    expect(page.value.forecast.trouble.relaxations).toEqual([]);
  });

  it("says what clashes before anybody draws, and its proposals can be applied", async () => {
    const built = await buildPool(world, { people: 12, seats: 6 });
    const { organiser, assemblyId } = built;
    await quotasAre(built, clashing);
    await forecastNow();
    const page = await drawPage(organiser, { assemblyId });
    expect(page.ok && page.value.forecast).toMatchObject({ state: "trouble", trouble: { source: "forecast" } });
    const { basis = "" } = (await findForecast(world.app.stores.main, assemblyId)) ?? {};
    const order = { assemblyId, source: "forecast", basis, proposal: 1 } as const;
    expect(await applyRelaxation(organiser, world.commandId(), order)).toMatchObject({ ok: true });
    await forecastNow();
    const after = await drawPage(organiser, { assemblyId });
    expect(after.ok && after.value.forecast.state).toBe("possible");
    expect(codeOf(await applyRelaxation(organiser, world.commandId(), order))).toBe("proposal-outdated");
  });

  it("is an organiser's to ask for, and nothing once a panel was drawn", async () => {
    const built = await buildDrawn(world);
    const { organiser, assemblyId } = built;
    expect(codeOf(await requestForecast(organiser, world.commandId(), { assemblyId }))).toBe("pool-already-drawn");
    const guarantor = await built.join("guarantor");
    expect(codeOf(await requestForecast(guarantor, world.commandId(), { assemblyId }))).toBe("role-not-permitted");
    await forecastNow();
    expect(await findForecast(world.app.stores.main, assemblyId)).toBeUndefined();
  });
});

describe("a replacement whose quotas cannot be met any more", () => {
  it("names them, and a proposal applied in a later phase makes it possible", async () => {
    const built = await buildDrawn(world, { people: 12, seats: 6 });
    const { organiser, assemblyId } = built;
    const quotas = await listQuotas(world.app.stores.main, assemblyId);
    await declineUntilImpossible(built);
    const page = await invitationsPage(organiser, { assemblyId });
    const trouble = page.ok ? page.value.trouble : null;
    expect(trouble).toMatchObject({ state: "impossible", kind: "replacement" });
    await built.open("skills");
    const run = runOf(await lastDrawRun(world.app.stores.main, assemblyId));
    const order = { assemblyId, source: run.id, basis: run.basis ?? "", proposal: 1 };
    expect(await applyRelaxation(organiser, world.commandId(), order)).toMatchObject({
      ok: true,
    });
    expect(await listQuotas(world.app.stores.main, assemblyId)).not.toEqual(quotas);
    await drawNow(world, built, "replacement");
    expect(await lastDraw(world.app.stores.main, assemblyId)).toMatchObject({ kind: "replacement" });
  });
});

/** Every woman who is drawn declines, until there are too few. */
async function declineUntilImpossible(built: BuiltAssembly): Promise<void> {
  const { organiser, assemblyId } = built;
  for (let round = 0; round < 8; round++) {
    const page = await invitationsPage(organiser, { assemblyId });
    const open = (page.ok ? page.value.people : []).filter(({ state }) => state === "prepared");
    for (const { id: invitationId, name } of open) {
      const isWoman = Number(/\d+/.exec(name)?.[0]) % 2 === 0;
      const answer = isWoman ? "declined" : "accepted";
      await recordAnswer(organiser, world.commandId(), { assemblyId, invitationId, answer, namePublic: false });
    }
    await startDraw(organiser, world.commandId(), {
      assemblyId,
      what: "replacement",
      algorithm: "leximin",
      reason: "",
    });
    await Promise.all(await takeDraws(world.app));
    if ((await lastDrawRun(world.app.stores.main, assemblyId))?.state === "impossible") return;
  }
  throw new Error("the quotas could always be met");
}

it("a draw that was stopped says where it stood, until the quotas change", async () => {
  const built = await buildPool(world);
  const { organiser, assemblyId } = built;
  await startDraw(organiser, world.commandId(), { ...panel, assemblyId });
  const [due] = await drawRunsToCompute(world.app.stores.main, world.clock.now());
  const run = due && (await findWholeRun(world.app.stores.main, due.id));
  if (!run) throw new Error("no run");
  const progress = { step: "panels", done: 3, of: 9 } as const;
  const request = requestFrom(run.inputs);
  await settleDraw(world.app, { run, request, outcome: { status: "stopped" }, progress });
  const page = await drawPage(organiser, { assemblyId });
  expect(page.ok && page.value.trouble).toMatchObject({ state: "stopped", stoppedAt: { step: "panels" } });
  await quotasAre(built, clashing);
  const after = await drawPage(organiser, { assemblyId });
  expect(after.ok && after.value.trouble).toBeNull();
});
