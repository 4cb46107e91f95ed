import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { fingerprint } from "~/app/domain/recruitment/fingerprint";
import { requestFrom } from "~/app/domain/recruitment/plan-draw";
import { panelHolds } from "~/app/domain/recruitment/recheck-panel";
import { somePoolQuotas } from "~/app/domain/testing/recruitment";
import { countPoolCandidates } from "~/db/repositories/candidate";
import { drawnCandidateIds, drawRunUnderWay, findDraw, lastDraw, lastDrawRun, listDraws } from "~/db/repositories/draw";
import { listInvitations } from "~/db/repositories/invitation";
import { buildAssembly } from "../../testing/build-assembly";
import { buildDrawn, buildPool, drawNow } from "../../testing/build-recruitment";
import { type TestApp, testApp } from "../../testing/test-app";
import { takeDraws } from "./compute-draws";
import { deleteDueUndrawn, deleteUndrawn, undrawnToDelete } from "./delete-undrawn";
import { editQuotas } from "./edit-quotas";
import { planUndrawnDeletion } from "./plan-undrawn-deletion";
import { recordAnswer } from "./record-answer";
import { startDraw } from "./start-draw";
import { stopDraw } from "./stop-draw";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
async function lastWhole(assemblyId: AssemblyId) {
  const { main } = world.app.stores;
  const head = await lastDraw(main, assemblyId);
  const draw = head && (await findDraw(main, head.id));
  if (!draw) throw new Error("no draw");
  return draw;
}
/** The job that deletes what is due, once. */
const deleteDue = async () => {
  for (const pool of await undrawnToDelete(world.app)) await deleteDueUndrawn(world.app, pool);
};
const panel = { what: "panel", algorithm: "quick", reason: "" } as const;

describe("a draw", () => {
  it("meets every quota, and keeps its seed, its inputs and their fingerprint", async () => {
    const { assemblyId } = await buildDrawn(world, { people: 60, seats: 6 });
    const main = world.app.stores.main;
    const draw = await lastWhole(assemblyId);
    const request = requestFrom(draw.inputs);
    expect(panelHolds(request, await drawnCandidateIds(main, draw.id))).toBe(true);
    expect(draw.inputsHash).toBe(fingerprint(world.app.secrets.tokenHash(draw.inputs)));
    expect(request.seed).toBe(draw.seed);
    expect(draw.report).toMatchObject({ equalised: false, people: 60, drawn: 6 });
    expect((await listInvitations(main, assemblyId)).map(({ state }) => state)).toEqual(Array(6).fill("prepared"));
  });

  it("records people under random ids and addresses as numbers", async () => {
    const { assemblyId } = await buildDrawn(world);
    const inputs = (await lastWhole(assemblyId)).inputs;
    expect(inputs).not.toMatch(/First|Last|example\.org|High Street/);
  });

  it("happens once when two organisers ask at the same moment", async () => {
    const built = await buildPool(world);
    const other = await built.join("organiser");
    const { assemblyId } = built;
    const asked = await Promise.all(
      [built.organiser, other].map((one) => startDraw(one, world.commandId(), { ...panel, assemblyId })),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(asked.map(codeOf)).toContain("draw-under-way");
    await Promise.all(await takeDraws(world.app));
    expect(await listDraws(world.app.stores.main, assemblyId)).toHaveLength(1);
  });

  it("happens once when the request is repeated", async () => {
    const { organiser, assemblyId } = await buildPool(world);
    const commandId = world.commandId();
    const first = await startDraw(organiser, commandId, { ...panel, assemblyId });
    await Promise.all(await takeDraws(world.app));
    expect(await startDraw(organiser, commandId, { ...panel, assemblyId })).toEqual(first);
    expect(await takeDraws(world.app)).toHaveLength(0);
  });

  it("is made again only for a written reason, and both stay on record", async () => {
    const built = await buildDrawn(world);
    const { organiser, assemblyId } = built;
    expect(codeOf(await startDraw(organiser, world.commandId(), { ...panel, assemblyId }))).toBe("draw-reason-missing");
    await drawNow(world, built, "panel");
    const draws = await listDraws(world.app.stores.main, assemblyId);
    expect(draws.map(({ kind, ordinal, reason }) => [kind, ordinal, reason !== null])).toEqual([
      ["first", 1, false],
      ["again", 2, true],
    ]);
    const invited = await listInvitations(world.app.stores.main, assemblyId);
    expect(invited.every(({ drawId }) => drawId === draws[1]?.id)).toBe(true);
  });

  it("is not made again once somebody has answered", async () => {
    const { organiser, assemblyId, invited } = await buildDrawn(world);
    const invitationId = invited[0]?.id ?? ("" as never);
    const given = { assemblyId, invitationId, answer: "declined", namePublic: false } as const;
    await recordAnswer(organiser, world.commandId(), given);
    const again = await startDraw(organiser, world.commandId(), { ...panel, assemblyId, reason: "Once more" });
    expect(codeOf(again)).toBe("invitations-already-sent");
  });

  it("names the quotas that no panel can meet, and draws nobody", async () => {
    const { organiser, assemblyId } = await buildPool(world, { people: 12, seats: 6 });
    const quotas = somePoolQuotas(6).map((quota) => {
      if (quota.value === "60+") return { ...quota, min: 4, max: 6 };
      return quota.value === "woman" ? { ...quota, min: 4, max: 6 } : { ...quota, max: 6 };
    });
    const clash = quotas.map((quota) => (quota.value === "man" ? { ...quota, min: 1, max: 1 } : quota));
    expect(await editQuotas(organiser, world.commandId(), { assemblyId, quotas: clash })).toMatchObject({
      value: { saved: 5 },
    });
    await startDraw(organiser, world.commandId(), { ...panel, assemblyId });
    await Promise.all(await takeDraws(world.app));
    const run = await lastDrawRun(world.app.stores.main, assemblyId);
    expect(run?.state).toBe("impossible");
    expect(run?.outcome).toHaveProperty("reasons");
    expect(await lastDraw(world.app.stores.main, assemblyId)).toBeUndefined();
    expect(await drawRunUnderWay(world.app.stores.main, assemblyId)).toBeUndefined();
  });

  it("can be stopped, and asked for again", async () => {
    const { organiser, assemblyId } = await buildPool(world);
    const started = await startDraw(organiser, world.commandId(), { ...panel, assemblyId });
    if (!started.ok) throw new Error(started.refusal.code);
    const { runId } = started.value;
    expect(await stopDraw(organiser, world.commandId(), { assemblyId, runId })).toMatchObject({ ok: true });
    await Promise.all(await takeDraws(world.app));
    expect(codeOf(await stopDraw(organiser, world.commandId(), { assemblyId, runId }))).toBe("draw-over");
    expect(await drawRunUnderWay(world.app.stores.main, assemblyId)).toBeUndefined();
  });

  it("is the organiser's alone, in recruitment only", async () => {
    const built = await buildPool(world);
    const { assemblyId, organiser } = built;
    const guarantor = await built.join("guarantor");
    const stranger = await buildAssembly(world, { phase: "recruitment" });
    const ask = (caller: Parameters<typeof startDraw>[0]) =>
      startDraw(caller, world.commandId(), { ...panel, assemblyId });
    expect(codeOf(await ask(guarantor))).toBe("role-not-permitted");
    expect(codeOf(await ask(stranger.organiser))).toBe("assembly-unknown");
    await built.open("learning");
    expect(codeOf(await ask(organiser))).toBe("phase-not-open");
  });
});

describe("those who were not drawn", () => {
  it("are deleted when the organiser says so, and nothing tells any more who they were", async () => {
    const { organiser, assemblyId, invited } = await buildDrawn(world, { people: 60, seats: 6 });
    const main = world.app.stores.main;
    await deleteUndrawn(organiser, world.commandId(), { assemblyId });
    expect(await listInvitations(main, assemblyId)).toHaveLength(invited.length);
    expect(await countPoolCandidates(main, assemblyId)).toBe(6);
    const draw = await lastWhole(assemblyId);
    expect(draw.inputs).toBe("");
    expect(draw.inputsHash).toHaveLength(64);
    expect(draw.report.people).toBe(60);
    expect(codeOf(await deleteUndrawn(organiser, world.commandId(), { assemblyId }))).toBe("undrawn-deleted");
  });

  it("are deleted by the installation on the day that was named, not before", async () => {
    const { organiser, assemblyId } = await buildDrawn(world, { people: 60, seats: 6 });
    const main = world.app.stores.main;
    const atMs = world.clock.now().getTime() + 86_400_000;
    await planUndrawnDeletion(organiser, world.commandId(), { assemblyId, atMs });
    world.clock.advance(86_399_999);
    await deleteDue();
    expect(await countPoolCandidates(main, assemblyId)).toBe(60);
    world.clock.advance(1);
    await deleteDue();
    expect(await countPoolCandidates(main, assemblyId)).toBe(6);
  });

  it("that somebody deleted first are no failure of the installation", async () => {
    const { organiser, assemblyId } = await buildDrawn(world, { people: 60, seats: 6 });
    const atMs = world.clock.now().getTime() + 86_400_000;
    await planUndrawnDeletion(organiser, world.commandId(), { assemblyId, atMs });
    world.clock.advance(86_400_000);
    const [pool] = await undrawnToDelete(world.app);
    expect((await deleteUndrawn(organiser, world.commandId(), { assemblyId })).ok).toBe(true);
    await expect(pool && deleteDueUndrawn(world.app, pool)).resolves.toBeUndefined();
    expect(pool).toMatchObject({ assemblyId });
  });
});
